import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { minimumOf } from "../../src/api/dialects/minimum.ts";

/** [what is asked for, of how many, how many that is]. */
const AMOUNTS: [string | number, number, number][] = [
  [2, 5, 2],
  ["2", 5, 2],
  [7, 5, 7],
  [-2, 5, 3],
  ["-7", 5, 0],
  ["75%", 5, 3],
  ["-25%", 5, 4],
  ["-25%", 3, 3],
  ["100%", 5, 5],
  ["3<90%", 3, 3],
  ["3<90%", 10, 9],
  ["2<-25% 9<-3", 2, 2],
  ["2<-25% 9<-3", 8, 6],
  ["2<-25% 9<-3", 12, 9],
  [" 2 < 1 ", 3, 1],
  ["0<2", 1, 2],
];
for (const [given, count, asked] of AMOUNTS)
  test(`${given} of ${count} is ${asked}`, () => assert.equal(minimumOf(given, count, "m"), asked));

test("anything else is refused in words", () => {
  for (const given of ["", "most", "75 %", "2<", "<2", "2<3<4", "1.5", "2 3", "%", "2<3 4"])
    assert.throws(() => minimumOf(given, 5, "m"), { code: "bad-request", message: /^m: must be like/ }, given);
});

test("no amount is negative, and any text is an amount or refused", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789<%- ") }), fc.nat({ max: 20 }), (given, count) => {
      try {
        assert.ok(minimumOf(given, count, "m") >= 0);
      } catch (error) {
        assert.equal((error as { code?: string }).code, "bad-request");
      }
    }),
  ));
