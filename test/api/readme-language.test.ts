import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXAMPLES } from "../../src/api/examples.ts";
import { served, type Found } from "./world.ts";
import { luceneOf, treeOf } from "./tree.ts";

const page = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const readme = page("README.md");
const [, table = ""] = /\| In `query_string`[^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readme) ?? [];
const examples = table
  .split("\n")
  .flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, text]) => text!));

test("every query text that the README shows is understood", () => {
  assert.ok(examples.length >= 8);
  for (const text of examples) assert.notEqual(luceneOf(text).kind, "none", text);
});

const get = served();

for (const [what, body] of Object.entries(EXAMPLES))
  test(`an example that /docs shows is answered: ${what}`, async () => {
    const { status, text } = await get("/v1/search", { method: "POST", token: "p1", body });
    assert.equal(status, 200, text);
    const { hits, aggregations, facets } = JSON.parse(text) as Found & { facets?: object };
    assert.ok(hits.total > 0 || aggregations || facets, "it finds something");
    assert.ok((await get("/docs")).text.includes(`<p>${what}:</p>`));
  });
test("every clause that SEARCHING.md shows is understood", () => {
  const clauses = [...page("SEARCHING.md").matchAll(/(?:^ {4}|`)(\{"(?:nested|term)": .*\})(?:`|$)/gm)].map(
    ([, text]) => text!,
  );
  assert.ok(clauses.length >= 2);
  for (const text of clauses) assert.notEqual(treeOf(JSON.parse(text)).kind, "none", text);
});
