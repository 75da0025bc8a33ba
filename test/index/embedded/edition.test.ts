import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catchUp } from "../../../src/index/stores/embedded/opening/view.ts";
import { beginDraft, drafted, endDraft } from "../../../src/index/stores/embedded/indexing/drafting.ts";
import { takeStride } from "../../../src/index/stores/embedded/indexing/stride.ts";
import { copyOf, editions } from "../../../src/index/stores/embedded/searching/edition.ts";
import type { TypeHoldings } from "../../../src/index/stores/embedded/segments/type-holdings.ts";
import { put, remove, ROCKET } from "../worlds.ts";
import { indexed } from "./indexed.ts";
import { begun, catalog, written } from "./strides-begun.ts";

const ALL_THERE_IS = { until: Infinity, least: Infinity };

const id = fc.nat({ max: 30 }).map((n) => `r${n}`);
const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant("put" as const), id }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("remove" as const), id }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("catch up" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("stride" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("draft" as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("tell" as const) }) },
);

/** An index, and a copy of it as a message brings it to another thread. */
function copied() {
  const index = begun();
  const [next, copy] = [editions(), copyOf(catalog)];
  const holdings = (): TypeHoldings => index.view.held.types.get(ROCKET)!;
  return {
    ...index,
    holdings,
    copy: (): TypeHoldings => copy.types.get(ROCKET)!,
    tell: () => copy.take(structuredClone(next(index.view))),
    draft: () => {
      const job = beginDraft(holdings(), 0);
      if (job) endDraft(holdings(), holdings().drafting!, drafted(holdings().definition, job));
    },
  };
}

test("whatever happens to an index, a copy has what the index had at its last edition, each once", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 100 }), (events) => {
      const { database, table, view, stride, holdings, copy, tell, draft } = copied();
      let then = new Map<string, number>();
      for (const [n, one] of events.entries()) {
        if (one.does === "put") written(table, put(one.id, { owner: "p1", size: n }, n));
        else if (one.does === "remove") written(table, remove(one.id, n));
        else if (one.does === "catch up") catchUp(view, catalog, ALL_THERE_IS);
        else if (one.does === "stride") takeStride(view, stride(7));
        else if (one.does === "draft") draft();
        else {
          tell();
          then = indexed(holdings());
        }
        assert.deepEqual(indexed(copy()), then);
      }
      database.close();
    }),
  ));

test("a segment is told once, in memory that both have, and what its columns were unpacked to is kept", () => {
  const { table, view, holdings, copy, tell, draft } = copied();
  for (let n = 0; n < 5; n++) written(table, put(`r${n}`, { owner: "p1" }));
  catchUp(view, catalog, ALL_THERE_IS);
  draft();
  tell();
  const [before] = copy().segments;
  assert.deepEqual(before!.packed.memory, holdings().segments[0]!.packed.memory);
  written(table, remove("r1", 20));
  catchUp(view, catalog, ALL_THERE_IS);
  tell();
  assert.equal(copy().segments[0], before);
  assert.equal(before!.alive, 4);
});

test("what is not in use any more is told to be, in bytes", () => {
  const { table, view, copy, tell, draft, holdings } = copied();
  written(table, put("r1", { owner: "p1" }));
  catchUp(view, catalog, ALL_THERE_IS);
  draft();
  assert.equal(tell(), 0);
  const { byteLength } = copy().segments[0]!.packed.memory;
  holdings().segments = [];
  assert.equal(tell(), byteLength);
  assert.equal(tell(), 0);
});
