import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { loadKit } from "../../src/kit/load.ts";
import { admin, asking } from "../index/worlds.ts";

const base = mkdtempSync(join(tmpdir(), "searchlight-kit-"));
after(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(join(base, path, ".."), { recursive: true });
  writeFileSync(join(base, path), content);
}

const source = (name: string, more = ""): string => `
  import { definePlugin, keyword, put } from "searchlight/plugin";
  import { z } from "zod";
  export default definePlugin({
    kit: 1, type: "OS::Acme::${name}", events: ["${name}"], schema: { id: keyword(), owner: keyword() },
    access: { owner: "owner" }, ${more}
    apply: ({ payload, observed }) => { const fields = z.looseObject({ id: z.string() }).parse(payload); return [put(fields.id, fields, { source: 0, observed })]; },
  });`;

write("rocket.js", source("Rocket"));
write("typed.ts", `${source("Typed")}\nconst n: number = 1; export { n };`);
write("folder/package.json", '{"type":"module","main":"lib/probe.js"}');
write("folder/lib/probe.js", source("Probe"));
write("node_modules/searchlight-plugin-pad/package.json", '{"type":"module","exports":"./pad.js"}');
write("node_modules/searchlight-plugin-pad/pad.js", source("Pad"));

test("files, folders and packages are plugins; each imports the kit of this service, wherever it is", async () => {
  const names = ["./rocket.js", "typed.ts", "./folder", "searchlight-plugin-pad"];
  const kit = await loadKit(plugins, names, base);
  assert.deepEqual(kit.refused, []);
  assert.deepEqual(
    [...kit.from.entries()],
    [
      ["OS::Acme::Rocket", "./rocket.js"],
      ["OS::Acme::Typed", "typed.ts"],
      ["OS::Acme::Probe", "./folder"],
      ["OS::Acme::Pad", "searchlight-plugin-pad"],
    ],
  );
  assert.equal(kit.plugins.length, plugins.length + 4);
});

write("broken.js", "export default {");
write("nothing.js", "export const plugin = 1;");
write("throws.js", 'throw new Error("no rockets today");');
write("flawed.js", source("Flawed", 'hiddenBy: "nosuch",'));
write("again.js", source("Rocket"));
write("old.js", source("Old", "kit: 0,"));
write("two.js", `${source("Twin").replace("export default", "const twin =")} export default [twin, twin, null];`);

/** [module, what is said of it]. */
const REFUSED: [string, RegExp[]][] = [
  ["./nosuch.js", [/there is no module of that name: name a file/]],
  ["searchlight-plugin-nosuch", [/there is no module of that name/]],
  ["./broken.js", [/cannot be loaded: /]],
  ["./nothing.js", [/has no default export/]],
  ["./throws.js", [/cannot be loaded: no rockets today/]],
  ["./flawed.js", [/^OS::Acme::Flawed: hiddenBy: must name a boolean field/]],
  ["./again.js", [/^OS::Acme::Rocket: type: is defined already/]],
  ["./old.js", [/^OS::Acme::Old: kit: is 0, and this Searchlight has kit 1/]],
  [
    "./two.js",
    [/^OS::Acme::Twin: type: is defined already/, /^plugin 3: kit/, /^plugin 3: the plugin: must be an object/],
  ],
];

test("a module that cannot be used is refused by name, with every reason; the others are used", async () => {
  const names = ["./rocket.js", ...REFUSED.map(([name]) => name), "./folder"];
  const { refused, from } = await loadKit(plugins, names, base);
  assert.deepEqual([...from.values()], ["./rocket.js", "./folder"]);
  for (const [i, [name, reasons]] of REFUSED.entries()) {
    assert.equal(refused[i]?.from, name);
    assert.equal(refused[i].problems.length, reasons.length, refused[i].problems.join("\n"));
    for (const [n, reason] of reasons.entries()) assert.match(refused[i].problems[n]!, reason);
  }
});

test("a store's own thread has the same types: it indexes and finds resources of a plugin from outside", async () => {
  const { definitions, plugins: all } = await loadKit(plugins, ["./rocket.js", "./broken.js"], base);
  const store = await embeddedStore({ directory: join(base, "data"), definitions });
  try {
    const [told] = all.at(-1)!.apply({ eventType: "Rocket", payload: { id: "r", owner: "p1" }, observed: 5 });
    const { id, ...operation } = told!;
    await store.apply([{ ...operation, ref: { type: "OS::Acme::Rocket", id }, by: "event" } as never]);
    await store.refresh();
    const { hits } = await store.search(asking({ kind: "all" }, { types: ["OS::Acme::Rocket"] }), admin());
    assert.deepEqual(
      hits.map(({ source }) => source),
      [{ id: "r", owner: "p1" }],
    );
  } finally {
    await store.close();
  }
});
