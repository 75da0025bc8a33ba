import assert from "node:assert/strict";
import { test } from "node:test";
import { urgency } from "../../../src/index/stores/embedded/threads/urgency.ts";

for (const [waiting, usual, times] of [
  [0, 500, 1],
  [500, 500, 1],
  [2000, 500, 4],
  [5_000_000, 500, 10],
  [3, 0, 3],
] as const) {
  test(`where ${usual} wait usually, a turn for ${waiting} takes ${times} times as long`, () =>
    assert.equal(urgency(waiting, usual), times));
}
