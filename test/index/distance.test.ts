import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { distanceTo } from "../../src/index/distance.ts";

/** The definition, without a thought for time. */
function defined(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const ways = [
    defined(restA, restB) + (a[0] === b[0] ? 0 : 1),
    defined(restA, b) + 1,
    defined(a, restB) + 1,
    ...(a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] ? [defined(a.slice(2), b.slice(2)) + 1] : []),
  ];
  return Math.min(...ways);
}

const PAIRS: [string, string, number][] = [
  ["ubuntu", "ubuntu", 0],
  ["ubuntu", "ubutnu", 1],
  ["ubuntu", "ubunt", 1],
  ["ubuntu", "xubuntu", 1],
  ["ca", "abc", 3],
  ["𝒳a", "a𝒳", 1],
  ["", "ab", 2],
];
for (const [a, b, edits] of PAIRS)
  test(`from '${a}' to '${b}' it is ${edits}`, () => assert.equal(distanceTo(a, 5)(b), edits));

test("the distance is that of its definition up to the most asked for, and beyond it is beyond, however often one asks", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "𝒳"), maxLength: 6 });
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), fc.nat({ max: 3 }), (a, others, most) => {
      const distance = distanceTo(a, most);
      for (const b of others) {
        const exact = defined([...a], [...b]);
        if (exact <= most) assert.equal(distance(b), exact, `${a} ${b}`);
        else assert.ok(distance(b) > most, `${a} ${b}`);
      }
    }),
  );
});
