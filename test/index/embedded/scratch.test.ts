import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scratch, usingScratch } from "../../../src/index/stores/embedded/sets/scratch.ts";

const sizes = fc.array(fc.oneof(fc.nat(100), fc.nat(600_000)), { maxLength: 12 });

test("what work takes is all 0, and nobody else's while it is at work, whatever was made of it before", () =>
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 5 }), (works) => {
      for (const work of works) {
        usingScratch(() => {
          const taken = work.map(scratch);
          for (const [i, words] of taken.entries()) {
            assert.equal(words.length, work[i]);
            assert.ok(words.every((word) => word === 0));
            words.fill(i + 1);
          }
          for (const [i, words] of taken.entries()) assert.ok(words.every((word) => word === i + 1));
        });
      }
    }),
    { numRuns: 30 },
  ));

test("work that fails gives back what it took", () => {
  const taken = (): Uint32Array => usingScratch(() => scratch(10).fill(7));
  const before = taken().byteOffset;
  assert.throws(() => usingScratch(() => assert.fail(`${scratch(10).length} words and no answer`)));
  assert.equal(taken().byteOffset, before);
});
