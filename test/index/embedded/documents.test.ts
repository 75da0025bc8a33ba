import assert from "node:assert/strict";
import { test } from "node:test";
import { documents } from "../../../src/index/stores/embedded/holdings/documents.ts";

test("a document is made once while it is asked for, and those that were asked for longest ago make room", () => {
  const made: number[] = [];
  const documentAt = documents(10);
  const ask = (sequence: number, length = 4): unknown =>
    documentAt(sequence, () => {
      made.push(sequence);
      return { source: { sequence }, length };
    });
  for (const sequence of [1, 2, 1, 3, 1, 2, 3]) assert.deepEqual(ask(sequence), { sequence });
  assert.deepEqual(made, [1, 2, 3, 2, 3], "two fit; 1 was asked for again before each of the others");
  ask(4, 11);
  ask(4, 11);
  assert.deepEqual(made.slice(5), [4, 4], "what is too large alone is kept no longer than it is asked for");
});
