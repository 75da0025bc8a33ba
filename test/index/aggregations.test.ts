import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { edgesOf } from "../../src/index/aggregations/edges.ts";
import { exactSum } from "../../src/index/aggregations/sum.ts";
import { momentOf, zoneOf } from "../../src/index/aggregations/zone.ts";
import type { Steps } from "../../src/index/aggregations/aggregation.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  of(0.1, 1e16, -1e16, 5e-324, 1.7e308),
);

test("a sum of numbers is the same in any order", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(finite, fc.integer({ min: 1, max: 9 }))), fc.nat(), (all, cut) => {
      const turned = [...all.slice(cut % (all.length + 1)), ...all.slice(0, cut % (all.length + 1))].toReversed();
      assert.equal(exactSum(turned), exactSum(all));
    }),
    { numRuns: 500 },
  ));

test("a sum of a number and others that cancel each other is that number", () =>
  fc.assert(
    fc.property(finite, fc.array(finite), (one, others) => {
      const all = [one, ...others, ...others.map((other) => -other)].map((value): [number, number] => [value, 1]);
      assert.equal(exactSum(all), one + 0);
    }),
    { numRuns: 500 },
  ));

test("a sum of two numbers is rounded as addition rounds", () =>
  fc.assert(
    fc.property(finite, finite, (a, b) => {
      assert.equal(
        exactSum([
          [a, 1],
          [b, 1],
        ]),
        a + b + 0,
      );
    }),
    { numRuns: 1000 },
  ));

const zones = of("UTC", "Europe/Vienna", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "-03:30");
const moments = fc.integer({ min: Date.UTC(1920, 0), max: Date.UTC(2100, 0) });
const steps: fc.Arbitrary<Steps> = fc.oneof(
  fc.record({ by: fc.constant("number" as const), width: of(0.1, 3, 1e14), offset: of(0, 0.3, -7) }),
  fc.record({
    by: fc.constant("time" as const),
    milliseconds: of(1000, 420_000, 3_600_000, 43_200_000, 864_000_000),
    zone: zones,
  }),
  fc.record({
    by: fc.constant("calendar" as const),
    unit: of("minute", "hour", "day", "week", "month", "quarter", "year"),
    zone: zones,
  }),
);

test("the edges of a histogram ascend, and the first and last step hold the least and the greatest value", () =>
  fc.assert(
    fc.property(steps, moments, fc.nat({ max: 400 }), fc.nat({ max: 999 }), (how, moment, more, rest) => {
      const min = how.by === "number" ? moment / 1e9 : moment * 1000 + rest;
      const max = how.by === "number" ? min + more / 7 : min + more * 86_400_000_000;
      const edges = edgesOf(how, min, max, 1000);
      if (edges === undefined) return;
      assert.ok(edges.length <= 1001);
      assert.ok(edges[0]! <= min && min < edges[1]!, "the first step holds the least");
      assert.ok(edges.at(-2)! <= max && max < edges.at(-1)!, "the last step holds the greatest");
      for (const [i, edge] of edges.entries()) assert.ok(i === 0 || edge > edges[i - 1]!);
    }),
    { numRuns: 2000 },
  ));

/** [what, the zone, the unit, a moment, when its step begins, and ends]. */
const STEPS: [string, string, "hour" | "day" | "week" | "month" | "quarter" | "year", string, string, string][] = [
  ["a day of 23 hours", "Europe/Vienna", "day", "2026-03-29T12:00Z", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["a day of 25 hours", "Europe/Vienna", "day", "2026-10-25T12:00Z", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  ["a day without midnight", "America/Sao_Paulo", "day", "2018-11-04T12:00Z", "2018-11-04T03:00Z", "2018-11-05T02:00Z"],
  [
    "an hour that is shown twice",
    "Europe/Vienna",
    "hour",
    "2026-10-25T01:30Z",
    "2026-10-25T01:00Z",
    "2026-10-25T02:00Z",
  ],
  ["a week begins on Monday", "UTC", "week", "2026-11-22T17:00Z", "2026-11-16T00:00Z", "2026-11-23T00:00Z"],
  ["February of a leap year", "UTC", "month", "2028-02-29T23:59Z", "2028-02-01T00:00Z", "2028-03-01T00:00Z"],
  ["the last quarter", "+02:00", "quarter", "2026-12-31T23:00Z", "2026-12-31T22:00Z", "2027-03-31T22:00Z"],
  ["before 1970", "UTC", "year", "1969-12-31T23:59Z", "1969-01-01T00:00Z", "1970-01-01T00:00Z"],
];
describe("a step of a calendar", () => {
  for (const [what, zone, unit, moment, begin, end] of STEPS)
    test(what, () => {
      const at = Date.parse(moment) * 1000;
      const edges = edgesOf({ by: "calendar", unit, zone }, at, at, 10);
      assert.deepEqual(
        edges?.map((edge) => new Date(edge / 1000).toISOString().replace(":00.000", "")),
        [begin, end],
      );
    });
});

test("a zone's clock shows the local time at the moment that is found for it, but for what it skips", () =>
  fc.assert(
    fc.property(zones, moments, (name, moment) => {
      const zone = zoneOf(name)!;
      const local = moment + zone(moment);
      const found = momentOf(local, zone);
      assert.ok(found <= moment);
      assert.equal(found + zone(found), local);
    }),
    { numRuns: 500 },
  ));

test("a zone that does not exist is none", () => {
  for (const name of ["Mars", "", "+25:00", "+02:60", "02:00"]) assert.equal(zoneOf(name), undefined, name);
});
