import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stateOf } from "../../../src/index/operation.ts";
import { ALL } from "../../../src/index/stores/embedded/holdings/holdings.ts";
import { beginDraft, drafted, endDraft } from "../../../src/index/stores/embedded/indexing/drafting.ts";
import { textOf } from "../../../src/index/stores/embedded/tables/state-text.ts";
import { hasMissed, takeStride, type Stride } from "../../../src/index/stores/embedded/indexing/stride.ts";
import type { TypeHoldings } from "../../../src/index/stores/embedded/segments/type-holdings.ts";
import { catchUp } from "../../../src/index/stores/embedded/opening/view.ts";
import { put, remove, ROCKET } from "../worlds.ts";
import { indexed } from "./indexed.ts";
import { begun, catalog, written } from "./strides-begun.ts";

const id = fc.nat({ max: 40 }).map((n) => `r${n}`);
const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant("put" as const), id }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("remove" as const), id }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("purge" as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("ask" as const), most: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("take" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("catch up" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("draft" as const) }) },
);

test("whatever is written, removed, purged or read otherwise while a stride is made, the index has what it has seen, each once", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      const { database, table, view, stride } = begun();
      const holdingsNow = (): TypeHoldings => view.held.types.get(ROCKET)!;
      const asked: Stride[] = [];
      for (const [n, one] of events.entries()) {
        if (one.does === "put" || one.does === "remove") {
          written(table, one.does === "put" ? put(one.id, { owner: "p1", size: n }, n) : remove(one.id, n));
        } else if (one.does === "purge") table.purge(Number.MAX_SAFE_INTEGER);
        else if (one.does === "ask") asked.push(stride(one.most));
        else if (one.does === "catch up") catchUp(view, catalog, { until: Infinity, least: Infinity });
        else if (one.does === "draft") {
          const job = beginDraft(holdingsNow(), 0);
          if (job) endDraft(holdingsNow(), holdingsNow().drafting!, drafted(holdingsNow().definition, job));
        } else {
          const first = asked.shift();
          const missed = first && hasMissed(view, first);
          if (first && !takeStride(view, first) && missed) catchUp(view, catalog, ALL);
        }
        const found = indexed(holdingsNow());
        // What has changed since stands behind what was seen; all else is as on disk.
        for (const [key, sequence] of found) assert.ok(sequence <= view.seen, `${key} is newer than what was seen`);
        for (const row of table.since(0))
          if (row.sequence <= view.seen) assert.equal(found.get(row.ref.id), row.stands ? row.sequence : undefined);
      }
      catchUp(view, catalog, ALL);
      const standing = [...table.since(0)].filter(({ stands }) => stands);
      assert.deepEqual(indexed(holdingsNow()), new Map(standing.map(({ ref, sequence }) => [ref.id, sequence])));
      database.close();
    }),
  ));

test("a stride that begins where the index is no more leads nowhere", () => {
  const { table, view, stride } = begun();
  written(table, put("r1", { owner: "p1" }));
  const first = stride(10);
  written(table, put("r2", { owner: "p1" }));
  catchUp(view, catalog, ALL);
  assert.equal(takeStride(view, first), false);
  assert.equal(view.seen, 2);
  assert.deepEqual([...indexed(view.held.types.get(ROCKET)!).keys()].toSorted(), ["r1", "r2"]);
});

test("a removal that was purged before it was read is missed, and said to be", () => {
  const { table, view, stride } = begun();
  written(table, put("r1", { owner: "p1" }, 1));
  catchUp(view, catalog, ALL);
  written(table, remove("r1", 2));
  table.purge(Number.MAX_SAFE_INTEGER);
  const late = stride(10);
  assert.equal(hasMissed(view, late), true);
  assert.equal(takeStride(view, late), false);
  catchUp(view, catalog, ALL);
  assert.deepEqual([...indexed(view.held.types.get(ROCKET)!)], []);
});

test("a stride is of no more rows than it may be, nor of much more text, but of one row at least", () => {
  const { table, stride } = begun();
  for (let n = 0; n < 5; n++) written(table, put(`r${n}`, { owner: "p1", name: "x".repeat(1000) }));
  const said = ({ count, more, through }: Stride) => [count, more, through];
  assert.deepEqual(said(stride(9)), [5, false, 5]);
  assert.deepEqual(said(stride(5)), [5, false, 5]);
  assert.deepEqual(said(stride(3)), [3, true, 3]);
  assert.deepEqual(said(stride(9, 2000)), [2, true, 2]);
  assert.deepEqual(said(stride(9, 1)), [1, true, 1]);
});

test("states of a type that is not in the catalogue are passed over", () => {
  const { table, view, stride } = begun();
  const state = { ...stateOf(put("x1", { owner: "p1" })), ref: { type: "Test::Acme::Unknown", id: "x1" } };
  const sequence = table.write(state, textOf(state));
  assert.equal(takeStride(view, stride(10)), true);
  assert.equal(view.seen, sequence);
});

test("a record that cannot be used is named, and nothing of its stride is taken", () => {
  const { database, table, stride } = begun();
  written(table, put("r1", { owner: "p1" }));
  database.exec("UPDATE resources SET state = '{'");
  assert.throws(() => stride(10), {
    code: "bad-configuration",
    message: /record of Test::Acme::Rocket 'r1' cannot be used/,
  });
});
