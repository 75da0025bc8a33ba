import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  copied,
  emptyBits,
  emptyWithin,
  fullBits,
  setBit,
  slotsIn,
  trimmed,
  addBits,
  common,
  type Bits,
} from "../../../src/index/stores/embedded/sets/bitset.ts";
import {
  bestOf,
  boosted,
  scoreAt,
  sumOfAll,
  sumOfSome,
  type Matches,
} from "../../../src/index/stores/embedded/sets/matches.ts";
import { byTiers } from "../../../src/index/stores/embedded/sets/tiers.ts";

const SIZE = 100;
const everything = fullBits(SIZE);
const weight = fc.constantFrom(0.5, 1, 1, 2, 3);

const bitset = fc.array(fc.nat({ max: SIZE - 1 })).map((members): Bits => {
  const bits = emptyBits(SIZE);
  for (const member of members) setBit(bits, member);
  return members.length % 2 === 0 ? bits : trimmed(bits);
});

const allOf = (parts: readonly Matches[]): Matches => ({
  bits: parts.reduce((left, { bits }) => common(left, bits), everything),
  scores: sumOfAll(parts),
});

const someOf = (parts: readonly Matches[]): Matches => {
  const bits = emptyWithin(everything);
  for (const part of parts) addBits(bits, part.bits);
  return { bits, scores: sumOfSome(parts) };
};

/** What queries come to: words in several fields, all of them, some of them, each counted more or less. */
const { matches } = fc.letrec<{ matches: Matches }>((tie) => ({
  matches: fc.oneof(
    { maxDepth: 3 },
    fc.array(fc.record({ bits: bitset, weight }), { maxLength: 3 }).map((places) => bestOf(places, everything)),
    fc.array(tie("matches"), { minLength: 1, maxLength: 3 }).map(allOf),
    fc.array(tie("matches"), { minLength: 1, maxLength: 3 }).map(someOf),
    fc.tuple(tie("matches"), weight).map(([of, by]) => boosted(of, by)),
    fc.tuple(bitset, weight).map(([bits, scores]): Matches => ({ bits, scores })),
  ),
}));

test("tiers give what matched by descending score, and of what scores alike the first slot first, from any place on", () => {
  let tiered = 0;
  fc.assert(
    fc.property(matches, fc.nat({ max: SIZE }), fc.nat({ max: SIZE }), ({ bits, scores }, nth, slot) => {
      if (typeof scores === "number" || !scores.tiers) return;
      tiered++;
      const slots = [...slotsIn(bits)];
      const ordered = slots.toSorted((a, b) => scoreAt(scores, b) - scoreAt(scores, a) || a - b);
      assert.deepEqual([...byTiers(copied(bits), scores.tiers, { score: Infinity, slot: 0 })], ordered);
      const score = ordered.length > 0 ? scoreAt(scores, ordered[nth % ordered.length]!) : 1;
      const behind = ordered.filter(
        (one) => scoreAt(scores, one) < score || (scoreAt(scores, one) === score && one >= slot),
      );
      assert.deepEqual([...byTiers(copied(bits), scores.tiers, { score, slot })], behind);
    }),
    { numRuns: 1000 },
  );
  assert.ok(tiered > 100, `only ${tiered} of all had tiers`);
});
