import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createLines } from "../../../src/ingest/kafka/lines.ts";

/** How many parts each of some partitions has, and in which order they are done. */
const lines = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })
  .chain((lengths) =>
    fc.shuffledSubarray(lengths.flatMap((length, partition) => Array.from({ length }, (_, part) => [partition, part]))),
  );

test("whatever order parts are done in, an offset is due when all before it are done, each later one once, and no other", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 6 }), (order, length) => {
      const all = createLines();
      const [partitions, done] = [[0, 1, 2], new Set<string>()];
      const says = partitions.map((partition) =>
        Array.from({ length }, (_, part) => all.put({ topic: "t", partition, next: `${part + 1}` })),
      );
      const told = partitions.map(() => 0);
      for (const [partition = 0, part = 0] of order) {
        if (part >= length) continue;
        says[partition]![part]!();
        done.add(`${partition}/${part}`);
        const first = Array.from({ length: length + 1 }, (_, i) => i).find((i) => !done.has(`${partition}/${i}`))!;
        const due = first === told[partition] ? [] : [{ topic: "t", partition, next: `${first}` }];
        assert.deepEqual(all.due(), due);
        assert.deepEqual(all.due(), [], "each once");
        assert.equal(all.before({ topic: "t", partition, next: "" }), length - first);
        told[partition] = first;
      }
    }),
  );
});

test("partitions of the same number in two topics are two", () => {
  const all = createLines();
  const [, second] = ["a", "b"].map((topic) => all.put({ topic, partition: 0, next: "1" }));
  second!();
  assert.deepEqual(all.due(), [{ topic: "b", partition: 0, next: "1" }]);
  assert.equal(all.before({ topic: "a", partition: 0, next: "" }), 1);
});
