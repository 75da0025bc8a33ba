import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

/** Every source file and what it says. */
const FILES = new Map(
  globSync("{src,plugins,bin}/**/*.{ts,js}").map((file) => [normalize(file), readFileSync(file, "utf8")]),
);

const IMPORT = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

/** What a file imports: paths of our own, and names of packages. */
function importsOf(file: string): string[] {
  return [...FILES.get(file)!.matchAll(IMPORT)].map(([, name]) =>
    name!.startsWith(".") ? normalize(join(dirname(file), name!)) : name!,
  );
}

const within =
  (place: string) =>
  (file: string): boolean =>
    file === place || file.startsWith(`${place}/`);

/** [from, what it may import of ours]. What is not listed may not be imported: this is the dependency rule. */
const MAY: [string, string[]][] = [
  ["src/index", ["src/index", "src/errors.ts", "src/tls.ts", "src/turn.ts"]],
  [
    "src/ingest",
    ["src/ingest", "src/index", "src/plugin.ts", "src/errors.ts", "src/log.ts", "src/tls.ts", "src/turn.ts"],
  ],
  ["src/api", ["src/api", "src/index", "src/errors.ts", "src/log.ts"]],
  ["src/cloud", ["src/cloud", "src/index", "src/plugin.ts", "src/errors.ts", "src/log.ts"]],
  ["src/kit", ["src/kit", "src/index", "src/ingest", "src/plugin.ts", "src/errors.ts", "plugins/all.ts"]],
  ["src/plugin.ts", ["src/index"]],
  ["src/metrics", ["src/metrics"]],
  ["src/errors.ts", []],
  ["src/log.ts", []],
  ["src/tls.ts", []],
  ["src/turn.ts", []],
  ["src/config.ts", ["src/config", "src/errors.ts"]],
  ["src/config", ["src/config"]],
  ["plugins", ["plugins", "src/plugin.ts"]],
];

for (const [from, allowed] of MAY) {
  test(`${from} imports nothing of ours but ${allowed.join(", ") || "nothing"}`, () => {
    const own = [...FILES.keys()].filter(within(from));
    assert.ok(own.length > 0, "there are files to look at");
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((name) => FILES.has(name) && !allowed.some((place) => within(place)(name)))
        .map((name) => `${file} → ${name}`),
    );
    assert.deepEqual(wrong, []);
  });
}

/** [what, a pattern, the only places where it may stand]. */
const ONLY: [string, RegExp, string[]][] = [
  ["Kafka", /"kafkajs"/, ["src/ingest/sources", "src/ingest/dead-letters", "src/ingest/kafka"]],
  ["Elasticsearch's client", /"@elastic\/elasticsearch"/, ["src/index/stores/elasticsearch"]],
  ["Hono", /"(hono|@hono\/[^"]+)/, ["src/api"]],
  ["Prometheus' client", /"prom-client"/, ["src/metrics"]],
  ["fetch", /\bfetch\(/, ["src/cloud"]],
  ["SQLite", /"node:sqlite"/, ["src/index/stores/embedded", "src/ingest/dead-letters"]],
  ["YAML", /from "yaml"/, ["src/index/policy-file.ts"]],
  ["the environment", /process\.env/, ["src/config.ts"]],
  ["a resource type", /"OS::/, ["plugins"]],
];

for (const [what, pattern, places] of ONLY) {
  test(`only ${places.join(" and ")} may know ${what}`, () => {
    const knowing = [...FILES].filter(([, text]) => pattern.test(text)).map(([file]) => file);
    assert.ok(knowing.length > 0, "the pattern still finds what it is looking for");
    assert.deepEqual(
      knowing.filter((file) => !places.some((place) => file.startsWith(place))),
      [],
    );
  });
}

test("plugins import zod and nothing else from outside", () => {
  const outside = [...FILES.keys()]
    .filter(within("plugins"))
    .flatMap(importsOf)
    .filter((name) => !FILES.has(name));
  assert.deepEqual([...new Set(outside)], ["zod"]);
});

test("no import goes in a circle", () => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    assert.ok(!path.includes(file), `a circle: ${[...path, file].join(" → ")}`);
    if (done.has(file)) return;
    for (const name of importsOf(file)) if (FILES.has(name)) visit(name, [...path, file]);
    done.add(file);
  };
  for (const file of FILES.keys()) visit(file, []);
});

/** [a store, its rooms from the innermost]: each may import from those before it, and from what lies outside the store. */
const ROOMS: [string, string][] = [
  [
    "src/index/stores/embedded",
    "tables threads sets columns segments matching counting ranking holdings opening indexing searching socket",
  ],
  ["src/index/stores/elasticsearch", "documents cluster writing walking asking rebuilding"],
];

for (const [store, listed] of ROOMS) {
  const rooms = listed.split(" ");
  test(`in ${store} nothing imports from a later one of ${rooms.join(", ")}`, () => {
    const placeOf = (file: string): number => {
      const [room, inside] = file.slice(store.length + 1).split("/");
      return inside ? rooms.indexOf(room!) : rooms.length;
    };
    const own = [...FILES.keys()].filter(within(store));
    assert.deepEqual(new Set(own.map(placeOf)), new Set([...rooms.keys(), rooms.length]), "these are its rooms");
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((name) => within(store)(name) && placeOf(name) > placeOf(file))
        .map((name) => `${file} → ${name}`),
    );
    assert.deepEqual(wrong, []);
  });
}

test("no file is over 300 lines", () => {
  assert.deepEqual(
    [...FILES].filter(([, text]) => text.split("\n").length > 301).map(([file]) => file),
    [],
  );
});
