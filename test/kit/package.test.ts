import assert from "node:assert/strict";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort } from "../peers/port.ts";

const ROOT = join(import.meta.dirname, "../..");
const TSC = join(ROOT, "node_modules/.bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "searchlight-package-"));
const author = join(folder, "author");
let packed: { filename: string; files: { path: string }[] };
let following: ChildProcess | undefined;

before(() => {
  const out = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" });
  const told = JSON.parse(out.slice(out.search(/^[[{]$/m))) as (typeof packed)[] | Record<string, typeof packed>;
  packed = Object.values(told)[0]!;
  mkdirSync(author);
  copyFileSync(join(folder, packed.filename), join(author, packed.filename));
});
after(() => {
  if (following?.pid !== undefined) process.kill(-following.pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** The commands of a chapter of the README, as they stand there. */
function commandsOf(chapter: string): string {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const text = readme.slice(readme.indexOf(`## ${chapter}\n`)).split(/\n## /)[0]!;
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands]) => commands).join("");
}

/** Runs commands as somebody would who types them, in the author's folder; resolves to all that they said. */
function follow(commands: string): Promise<string> {
  const child = spawn("bash", ["-euc", `${commands}\necho; echo followed`], { cwd: author, detached: true });
  following = child;
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/^followed$/m.test(said)) resolve(said);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

test("the package holds the program, its plugins, demo, template, README and licence, and no tests", () => {
  const files = packed.files.map(({ path }) => path);
  const wanted = ["bin/searchlight.js", "LICENSE", "README.md", "dist/src/plugin.d.ts", "dist/plugins/all.js"];
  for (const file of [...wanted, "dist/demo/cloud.ndjson", "dist/template/rocket.js"])
    assert.ok(files.includes(file), file);
  assert.deepEqual(
    files.filter((path) => /\btest\b|(?<!\.d)\.ts$|\.tgz$/.test(path)),
    [],
  );
});

test("the README's first plugin, followed literally in an empty folder, is searchable with facets in five minutes", async () => {
  const began = Date.now();
  const port = await freePort();
  const commands = commandsOf("Your first plugin in five minutes").replaceAll(":9393", `:${port}`);
  const said = await follow(`export SEARCHLIGHT_PORT=${port}\n${commands}`);
  assert.match(said, /1 types, 3 samples, 8 laws of 200 cases: 0 failed/);
  const answer = JSON.parse(said.split("\n").findLast((line) => line.startsWith('{"took"'))!) as {
    hits: { total: number; hits: unknown[] };
    facets: { status: { options: { key: string; doc_count: number }[] } };
  };
  assert.equal(answer.hits.total, 1, said);
  assert.match(JSON.stringify(answer.hits), /"name":"Ariane"/);
  assert.match(JSON.stringify(answer.facets), /fueled/);
  assert.ok(Date.now() - began < 300_000);
});

test("an author's editor knows the kit's types: the new plugin is checked with them, and a mistake is found", () => {
  const check = (): string => {
    const options = [
      "--noEmit",
      "--checkJs",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "esnext",
      "--skipLibCheck",
    ];
    try {
      return execFileSync(TSC, [...options, "--types", "", "rocket/rocket.js"], { cwd: author, encoding: "utf8" });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  assert.equal(check(), "");
  const file = join(author, "rocket/rocket.js");
  writeFileSync(file, readFileSync(file, "utf8").replace('owner: "project_id"', "owner: 5"));
  assert.match(check(), /rocket\.js.*Type 'number' is not assignable to type 'string'/);
});
