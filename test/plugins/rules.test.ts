import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { plugins } from "../../plugins/all.ts";

const README = new URL("../../plugins/README.md", import.meta.url);

test("the policy rules that operators are told of are those that the table of types names", () => {
  const named = readFileSync(README, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, type, , , rules] = line.split("|").map((cell) => cell.trim());
      return type?.startsWith("`OS::")
        ? [[type.slice(1, -1), [...rules!.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule)]]
        : [];
    });
  const told = plugins.flatMap(({ type, list }) => (list ? [[type, list.rules]] : []));
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(named));
});
