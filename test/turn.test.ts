import assert from "node:assert/strict";
import { test } from "node:test";
import { turn } from "../src/turn.ts";

test("each has a turn of its own, in the order of asking, and what the one before sends has gone out by then", async () => {
  const seen: string[] = [];
  const make = async (name: string): Promise<void> => {
    await turn();
    seen.push(`${name} made`);
    // An HTTP client writes to a connection that was idle one turn later, and what is written leaves in the next.
    setImmediate(() => seen.push(`${name} sent`));
  };
  await Promise.all(["first", "second", "third"].map(make));
  await turn();
  assert.deepEqual(seen, ["first made", "first sent", "second made", "second sent", "third made", "third sent"]);
});
