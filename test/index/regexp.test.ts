import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { accepts, automatonOf } from "../../src/index/automaton.ts";
import { parseRegexp } from "../../src/index/regexp.ts";
import { regexpSource as source } from "./inexact.ts";
import { foldedRegexp, regexpPrefix, regexpText } from "../../src/index/regexp-text.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "x", "𝒳", "1", ".", "-"), maxLength: 8 });

test("an automaton accepts what the expression means, and so does the expression written out", () => {
  fc.assert(
    fc.property(source, fc.array(text, { maxLength: 10 }), (written, texts) => {
      const regexp = parseRegexp(written);
      const automaton = automatonOf(regexp);
      const again = automatonOf(parseRegexp(regexpText(regexp)));
      const meant = new RegExp(`^(?:${written})$`, "su");
      for (const one of texts) {
        assert.equal(accepts(automaton, one), meant.test(one), `${written} ${one}`);
        assert.equal(accepts(again, one), meant.test(one), `${regexpText(regexp)} ${one}`);
        if (meant.test(one)) assert.ok(one.startsWith(regexpPrefix(regexp)), `${written} ${one}`);
      }
    }),
    { numRuns: 1000 },
  );
});

test("what makes others run for years takes one step a character", () => {
  const automaton = automatonOf(parseRegexp("(a*)*(a|a)*(a|aa)+b"));
  const started = performance.now();
  assert.equal(accepts(automaton, "a".repeat(100_000)), false);
  assert.ok(performance.now() - started < 500);
});

test("folded text has no capitals and no accents, so neither has the expression for it", () => {
  const folded = automatonOf(foldedRegexp(parseRegexp("Ü[A-C]\\w")));
  assert.ok(accepts(folded, "ubz"));
  assert.ok(!accepts(folded, "ÜBZ".toLowerCase()));
});

test("the sign between two values is no character", () => {
  assert.ok(!accepts(automatonOf(parseRegexp(".")), "\u0001"));
  assert.ok(!accepts(automatonOf(parseRegexp("[^a]")), "\u0000"));
  assert.throws(() => parseRegexp("a\u0001"), { code: "bad-request", message: /no text holds this character/ });
});

test("any text is an expression or refused, in words that say where", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab[]()^-|*+?{}1,\\.\\dwx"), maxLength: 12 }), (written) => {
      try {
        assert.ok(regexpText(parseRegexp(written)).length > 0);
      } catch (error) {
        assert.equal((error as { code?: string }).code, "bad-request", String(error));
        assert.match((error as Error).message, /at character \d+ of the regular expression/);
      }
    }),
    { numRuns: 2000 },
  ));
