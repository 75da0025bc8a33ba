import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { entryOf } from "../../../src/index/entry.ts";
import { stateOf } from "../../../src/index/operation.ts";
import { goOnDrafting } from "../../../src/index/stores/embedded/drafting.ts";
import { idAt } from "../../../src/index/stores/embedded/tie.ts";
import {
  flush,
  forget,
  keep,
  typeHoldings,
  type TypeHoldings,
} from "../../../src/index/stores/embedded/type-holdings.ts";
import { hasBit } from "../../../src/index/stores/embedded/bitset.ts";
import { plugins } from "../contract-types.ts";
import { put, ROCKET } from "../worlds.ts";

const definition = plugins.find(({ type }) => type === ROCKET)!;
const NEVER = -Infinity;

/** What may happen between two steps of a draft. */
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("keep" as const), id: fc.nat({ max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("forget" as const), id: fc.nat({ max: 90 }) }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant("draft" as const), steps: fc.nat({ max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("flush" as const) }) },
);

/** The sequence of each resource that is there, wherever it is; none is in two places. */
function said({ segments, recent }: TypeHoldings): Map<string, number> {
  const all = new Map([...recent].map(([id, { sequence }]) => [id, sequence]));
  for (const segment of segments) {
    for (let slot = 0; slot < segment.slots; slot++) {
      if (!hasBit(segment.live, slot)) continue;
      assert.equal(all.has(idAt(segment, slot)), false);
      all.set(idAt(segment, slot), segment.sequences[slot]!);
    }
  }
  return all;
}

test("whatever changes or goes while a segment is made, each resource is there once, as it is now", () =>
  fc.assert(
    fc.property(fc.array(event, { maxLength: 120 }), (events) => {
      const holdings = typeHoldings(definition);
      const expected = new Map<string, number>();
      for (const [sequence, one] of events.entries()) {
        if (one.does === "keep") {
          const id = `r${one.id}`;
          keep(holdings, { entry: entryOf(definition, stateOf(put(id, { owner: "p1", size: sequence })))!, sequence });
          expected.set(id, sequence);
        } else if (one.does === "forget") {
          forget(holdings, `r${one.id}`);
          expected.delete(`r${one.id}`);
        } else if (one.does === "flush") flush(holdings, 0);
        else for (let step = 0; step < one.steps; step++) goOnDrafting(holdings, 3, NEVER);
        assert.deepEqual(said(holdings), expected);
      }
    }),
  ));

test("a draft takes its steps between other work, and is done when it says so", () => {
  const holdings = typeHoldings(definition);
  for (let n = 0; n < 200; n++)
    keep(holdings, { entry: entryOf(definition, stateOf(put(`r${n}`, { owner: "p1", size: n })))!, sequence: n });
  assert.equal(goOnDrafting(holdings, 200, NEVER), false);
  let turns = 1;
  while (goOnDrafting(holdings, 100, NEVER)) turns++;
  assert.ok(turns > 10, `${turns} turns`);
  assert.deepEqual([holdings.recent.size, holdings.segments.length], [0, 1]);
});
