import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { luceneOf } from "./tree.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [, table = ""] = /\| In `query_string`[^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readme) ?? [];
const examples = table
  .split("\n")
  .flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, text]) => text!));

test("every query text that the README shows is understood", () => {
  assert.ok(examples.length >= 8);
  for (const text of examples) assert.notEqual(luceneOf(text).kind, "none", text);
});
