import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RECENT, recent } from "../../../src/index/stores/elasticsearch/cluster/recent.ts";

const at = (id: string) => ({ index: "write", id });
const written = (text: string, seqNo = 1) => ({ text: JSON.stringify(text), layout: "layout", seqNo, primaryTerm: 1 });

test("what was written is recalled as it was written, and no more than is recent", () => {
  let now = 0;
  const { recall, keep } = recent(1000, () => now);
  keep(at("a"), "generation-1", written("state", 7));
  now = RECENT;
  assert.deepEqual(recall(at("a")), {
    index: "generation-1",
    current: { ...written("state", 7), state: "state" },
    recalled: true,
  });
  assert.equal(recall(at("b")), undefined);
  assert.equal(recall({ ...at("a"), index: "other" }), undefined);
  now = RECENT + 1;
  assert.equal(recall(at("a")), undefined);
});

const step = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  length: fc.nat(60),
  forget: fc.boolean(),
  later: fc.nat(3000),
});

test("whatever is kept and forgotten, what is recalled is the last that was kept, and all of it is within bounds", () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = 0;
      const { recall, keep, forget } = recent(100, () => now);
      const last = new Map<string, string>();
      for (const { id, length, forget: forgotten, later } of steps) {
        now += later;
        const text = "x".repeat(length);
        if (forgotten) forget(at(id));
        else keep(at(id), "generation", written(text));
        if (forgotten) last.delete(id);
        else last.set(id, text);
        const known = ["a", "b", "c", "d"].flatMap((one) => {
          const looked = recall(at(one));
          if (looked) assert.equal(looked.current!.state, last.get(one));
          return looked ? [looked.current!.text.length] : [];
        });
        assert.ok(known.reduce((sum, size) => sum + size, 0) <= 100);
      }
    }),
  ));
