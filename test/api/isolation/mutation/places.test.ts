import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { PLACES } from "./places.ts";

const read = (file: string): string => readFileSync(file, "utf8");

test("every place that the mutation check takes the scope from is there, once", () => {
  const found = PLACES.map(({ file, from }) => [file, from, read(file).split(from).length - 1]);
  assert.deepEqual(
    found.filter(([, , times]) => times !== 1),
    [],
    "the code has changed: say in test/api/isolation/mutation how it reads now, and run `npm run mutate:scope` for it",
  );
});

/** What decides by a scope, a policy or administrators' fields, rather than hands them on. */
const DECIDES =
  /scope\.(admin|projectId)|[!&|] *\w+\.admin\b|\.admin \?|adminOnly|assertIndexer\(|\b(lists|reads)\(|mayRead\b|isAdmin\b|policy\(|listedClause\(|domainOf\(/;

/** Files that name one of these and yet hide nothing: [file, why]. */
const HIDES_NOTHING: Readonly<Record<string, string>> = {
  "src/index/access.ts": "is the list of the kinds of rules, each a file of its own",
  "src/index/access/condition.ts": "says what is wrong with what an author wrote",
  "src/index/definition.ts": "says what a type may declare",
  "src/index/schema.ts": "says what a field may declare",
  "src/commands/demo.ts": "asks for administrators what they may see",
  "src/index/stores/elasticsearch/documents/fields.ts": "names columns; what is asked of them was bound before",
  "src/index/stores/elasticsearch/documents/mapping.ts": "names columns",
};

test("every file that decides by a scope is one that the mutation check takes it from", () => {
  const files = globSync("src/{api,index,commands}/**/*.ts").filter((file) =>
    read(file)
      .split("\n")
      .some((line) => DECIDES.test(line) && !/^\s*(import|\*|\/\/|\/\*)/.test(line)),
  );
  assert.ok(files.length > 10, "the pattern still finds what it looks for");
  const known = new Set([...PLACES.map(({ file }) => file), ...Object.keys(HIDES_NOTHING)]);
  assert.deepEqual(
    files.filter((file) => !known.has(file)),
    [],
    "say in test/api/isolation/mutation how it reads without, and run `npm run mutate:scope` for it; or here why it hides nothing",
  );
});
