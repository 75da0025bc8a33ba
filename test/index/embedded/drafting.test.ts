import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { textOf } from "../../../src/index/stores/embedded/tables/state-text.ts";
import { stateOf } from "../../../src/index/operation.ts";
import { beginDraft, drafted, endDraft, type DraftJob } from "../../../src/index/stores/embedded/indexing/drafting.ts";
import { flush, forget, keep, typeHoldings } from "../../../src/index/stores/embedded/segments/type-holdings.ts";
import { unindexed, type Unindexed } from "../../../src/index/stores/embedded/segments/unindexed.ts";
import { plugins } from "../contract-types.ts";
import { indexed } from "./indexed.ts";
import { put, ROCKET } from "../worlds.ts";

const definition = plugins.find(({ type }) => type === ROCKET)!;

function rocket(id: string, sequence: number): Unindexed {
  const text = textOf(stateOf(put(id, { owner: "p1", size: sequence })));
  return unindexed(definition, { sequence, ref: { type: ROCKET, id }, text });
}

/** What may happen between the beginning of a draft and its end. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("keep" as const), id: fc.nat({ max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("forget" as const), id: fc.nat({ max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("begin" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("end" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("flush" as const) }) },
);

test("whatever changes or goes while a segment is made, each resource is there once, as it is now", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      const holdings = typeHoldings(definition);
      const expected = new Map<string, number>();
      /** Asked of the thread, and not answered yet. */
      const asked: { job: DraftJob; kept: readonly Unindexed[] }[] = [];
      for (const [sequence, one] of events.entries()) {
        if (one.does === "keep") {
          keep(holdings, rocket(`r${one.id}`, sequence));
          expected.set(`r${one.id}`, sequence);
        } else if (one.does === "forget") {
          forget(holdings, `r${one.id}`);
          expected.delete(`r${one.id}`);
        } else if (one.does === "flush") flush(holdings, 0);
        else if (one.does === "begin") {
          const job = beginDraft(holdings, 3);
          if (job) asked.push({ job, kept: holdings.drafting! });
        } else {
          const first = asked.shift();
          if (first) endDraft(holdings, first.kept, drafted(definition, first.job));
        }
        assert.deepEqual(indexed(holdings), expected);
      }
    }),
  ));

test("a draft begins where more waits than may, one at a time, and is found where it was until it is done", () => {
  const holdings = typeHoldings(definition);
  for (let n = 0; n < 200; n++) keep(holdings, rocket(`r${n}`, n));
  assert.equal(beginDraft(holdings, 200), undefined);
  const job = beginDraft(holdings, 100)!;
  assert.equal(beginDraft(holdings, 100), undefined, "one is under way");
  assert.deepEqual([holdings.recent.size, holdings.segments.length], [200, 0]);
  endDraft(holdings, holdings.drafting!, drafted(definition, job));
  assert.deepEqual([holdings.recent.size, holdings.segments.length], [0, 1]);
});

test("who may see a resource is made when it is first asked for, and once: as what it is found by says", () => {
  const [before, after] = [rocket("r1", 1), rocket("r1", 1)];
  assert.equal(before.access(), before.access());
  assert.deepEqual(before.access(), before.entry().access);
  assert.deepEqual(before.access().listedBy, ["p1"]);
  assert.equal(after.entry().access, after.access());
});

test("what a resource is found by is made when it is first asked for, and once", () => {
  const one = rocket("r1", 1);
  assert.equal(one.entry(), one.entry());
  const { text: _, ...damaged } = rocket("r2", 2);
  assert.throws(() => unindexed(definition, { ...damaged, text: "{" }).entry(), {
    code: "bad-configuration",
    message: /record of Test::Acme::Rocket 'r2' cannot be used/,
  });
});
