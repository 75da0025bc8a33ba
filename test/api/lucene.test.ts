import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { SearchlightError } from "../../src/errors.ts";
import type { Edits, FieldNames, SearchQuery } from "../../src/index/query.ts";
import { parseRegexp } from "../../src/index/regexp.ts";
import { luceneOf } from "./tree.ts";

const free = (text: string): SearchQuery => ({ kind: "words", fields: "any", text, mode: "phrase" });
const word = (name: string, text: string): SearchQuery => ({ kind: "words", fields: [{ name }], text, mode: "phrase" });
const or = (...of: SearchQuery[]): SearchQuery => ({ kind: "or", of, atLeast: 1 });
const and = (...of: SearchQuery[]): SearchQuery => ({ kind: "and", of });
const not = (of: SearchQuery): SearchQuery => ({ kind: "not", of });
const near = (fields: FieldNames, text: string, slop: number): SearchQuery => ({ kind: "near", fields, text, slop });
const some = (fields: FieldNames, text: string, edits: Edits, more: object = {}): SearchQuery => ({
  kind: "some",
  fields,
  text,
  atLeast: 1,
  edits,
  prefix: 0,
  ...more,
});
const range = (field: string, bounds: object): SearchQuery => ({ kind: "range", field, bounds });
const [a, b, c] = [free("a"), free("b"), free("c")] as const;

/** [the text, what it means, options]. */
const TEXTS: [string, SearchQuery, object?][] = [
  ["a", a],
  ["ubuntu-22.04", free("ubuntu-22.04")],
  ["a b", or(a, b)],
  ["a b", and(a, b), { default_operator: "AND" }],
  ["a OR b", or(a, b)],
  ["a || b", or(a, b)],
  ["a AND b", and(a, b)],
  ["a && b", and(a, b)],
  ["a&&b", free("a&&b")],
  ["a or b", or(a, free("or"), b)],
  ["ORANGE ANDY", or(free("ORANGE"), free("ANDY"))],
  ["a b AND c", or(a, and(b, c))],
  ["a OR b AND c", or(a, and(b, c))],
  ["a AND b OR c", or(and(a, b), c)],
  ["(a OR b) AND c", and(or(a, b), c)],
  ["NOT a", not(a)],
  ["!a", not(a)],
  ["a -b", and(not(b), a)],
  ["a NOT b", and(not(b), a)],
  ["a AND NOT b", and(a, not(b))],
  ["a OR -b", or(a, not(b))],
  ["+a b", and(a, { kind: "or", of: [b], atLeast: 0 })],
  ["+a -b", and(a, not(b))],
  ["-(a b)", not(or(a, b))],
  ["- a", a],
  ["ubuntu - a", or(free("ubuntu"), a)],
  ["a^2", { kind: "boost", of: a, by: 2 }],
  ["(a b)^1.5", { kind: "boost", of: or(a, b), by: 1.5 }],
  ['"a b"', free("a b")],
  ['"a \\"b"', free('a "b')],
  ["name:a", word("name", "a")],
  ["name: a", word("name", "a")],
  ["name:a^3", { kind: "boost", of: word("name", "a"), by: 3 }],
  ['name:"a b"', word("name", "a b")],
  ["name:(a b)", or(word("name", "a"), word("name", "b"))],
  ["name:(a AND status:b)", and(word("name", "a"), word("status", "b"))],
  ["name:a:b", word("name", "a:b")],
  ["name\\:a", free("name:a")],
  ["a\\/b", free("a/b")],
  ["a/b", free("a/b")],
  ["\\(a\\)", free("(a)")],
  ["_type:Test::Acme::Rocket", word("_type", "Test::Acme::Rocket")],
  ["properties.os_distro:ubuntu", word("properties.os_distro", "ubuntu")],
  ["*", { kind: "all" }],
  ["*:*", { kind: "all" }],
  ["name:*", { kind: "exists", field: "name" }],
  ["_exists_:status", { kind: "exists", field: "status" }],
  ["ub*", { kind: "pattern", fields: "any", pattern: [{ text: "ub" }, "*"] }],
  ["\\*b*", { kind: "pattern", fields: "any", pattern: [{ text: "b" }, "*"] }],
  ["name:u?u*", { kind: "pattern", fields: [{ name: "name" }], pattern: [{ text: "u" }, "?", { text: "u" }, "*"] }],
  ["ubuntu-22*", { kind: "words", fields: "any", text: "ubuntu-22", mode: "prefix" }],
  [
    "u*-min*",
    and(
      { kind: "pattern", fields: "any", pattern: [{ text: "u" }, "*"] },
      { kind: "pattern", fields: "any", pattern: [{ text: "min" }, "*"] },
    ),
  ],
  ["size:[1 TO 5]", range("size", { gte: "1", lte: "5" })],
  ["size:{1 TO 5}", range("size", { gt: "1", lt: "5" })],
  ["size:[1 TO 5}", range("size", { gte: "1", lt: "5" })],
  ["size:[* TO -5]", range("size", { lte: "-5" })],
  ["size:[* TO *]", { kind: "exists", field: "size" }],
  ["size:>5", range("size", { gt: "5" })],
  ["size:>=5", range("size", { gte: "5" })],
  ["size:(>=5 AND <10)", and(range("size", { gte: "5" }), range("size", { lt: "10" }))],
  ["properties.size:>=10", range("properties.size", { gte: 10 })],
  ["properties.size:[a TO 9]", range("properties.size", { gte: "a", lte: 9 })],
  [
    "created_at:[now-1d/d TO now]",
    range("created_at", { gte: "2026-11-21T00:00:00.000000Z", lte: "2026-11-22T18:00:00.000000Z" }),
  ],
  [
    "created_at:2026-11-21",
    range("created_at", { gte: "2026-11-21T00:00:00.000000Z", lte: "2026-11-21T23:59:59.999999Z" }),
  ],
  ["created_at:>=2026-11-21T10:00:00Z", range("created_at", { gte: "2026-11-21T10:00:00.000000Z" })],
  ["", { kind: "none" }],
  ["  ", { kind: "none" }],
  ["---", { kind: "none" }],
  ["()", { kind: "none" }],
  ["a ()", a],
  ["a", word("name", "a"), { default_field: "name" }],
  ["a", a, { default_field: "*" }],
  [
    "a",
    { kind: "words", fields: [{ name: "name", weight: 4 }, { name: "status" }], text: "a", mode: "phrase" },
    { fields: ["name^4", "status"] },
  ],
  ["nosuch:a b", or({ kind: "none" }, b), { lenient: true }],
  ["size:[x TO y]", { kind: "none" }, { lenient: true }],
  ["created_at:[x TO y]", { kind: "none" }, { lenient: true }],
  ["secret:hush", { kind: "none" }, { lenient: true }],
  ["a", a, { analyze_wildcard: true, lenient: true, fuzzy_prefix_length: 2 }],
  ['"a b"~2', near("any", "a b", 2)],
  ['name:"a b"~2^3', { kind: "boost", of: near([{ name: "name" }], "a b", 2), by: 3 }],
  ['"a b"~0', free("a b")],
  ['"a b" c "a b"~1', or(near("any", "a b", 5), c, near("any", "a b", 1)), { phrase_slop: 5 }],
  ["a~", some("any", "a", [3, 6])],
  ["a~1^2", { kind: "boost", of: some("any", "a", 1), by: 2 }],
  ["name:ubutnu-22.4~2", some([{ name: "name" }], "ubutnu-22.4", 2, { atLeast: 2 })],
  ["v~", some([{ name: "name" }], "v", [3, 6], { prefix: 2 }), { fields: ["name"], fuzzy_prefix_length: 2 }],
  ["v~ a~2", or(some("any", "v", 0), some("any", "a", 2)), { fuzziness: "0" }],
  ["a\\~", free("a~")],
  ["/u.*/", { kind: "regexp", fields: "any", regexp: parseRegexp("u.*") }],
  [
    "name:/a\\/\\d b/^2",
    { kind: "boost", of: { kind: "regexp", fields: [{ name: "name" }], regexp: parseRegexp("a/\\d b") }, by: 2 },
  ],
  ["a AND /b/", and(a, { kind: "regexp", fields: "any", regexp: parseRegexp("b") })],
  ["-~", { kind: "none" }],
  ["a b c", { kind: "or", of: [a, b, c], atLeast: 2 }, { minimum_should_match: "75%" }],
  ["a (b c)", { kind: "or", of: [a, or(b, c)], atLeast: 2 }, { minimum_should_match: 2 }],
  ["a b", or(a, b), { minimum_should_match: 0 }],
];

describe("what people type", () => {
  for (const [text, tree, options = {}] of TEXTS)
    test(`${JSON.stringify(text)} ${JSON.stringify(options)}`, () => assert.deepEqual(luceneOf(text, options), tree));
});

/** [the text, the code, what the message holds]. */
const WRONG: [string, string, RegExp][] = [
  ["(a", "bad-request", /bracket is never closed.*\(at character 1\)/],
  ["a)", "bad-request", /nothing opens this bracket.*\(at character 2\)/],
  ['a "b', "bad-request", /quotation mark is never closed.*\(at character 3\)/],
  ["a AND", "bad-request", /a word belongs here \(at character 6\)/],
  ["OR a", "bad-request", /nothing stands before this operator.*\(at character 1\)/],
  ["name:", "bad-request", /a value belongs after 'name:'/],
  [":a", "bad-request", /a field belongs before ':'/],
  ["nosuch:a", "unknown-field", /there is no field 'nosuch' to search; write \\: .*\(at character 1\)/],
  ["a secret:hush", "unknown-field", /there is no field 'secret' to search.*\(at character 3\)/],
  ["_exists_:nosuch", "unknown-field", /'nosuch'/],
  ["a b~3", "bad-request", /after '~' belong 0, 1 or 2 edits, or nothing \(at character 3\)/],
  ["a~0.8", "bad-request", /after '~' belong 0, 1 or 2/],
  ["ub*~", "bad-request", /'~' follows no word with wildcards/],
  ["(a b)~", "bad-request", /'~' belongs right after a word or a phrase.*\(at character 6\)/],
  ["~", "bad-request", /'~' cannot stand here/],
  ['"a b"~51', "bad-request", /a slop of 51; at most 50 is taken/],
  [`"${"a ".repeat(51)}"~1`, "bad-request", /has 51 words; at most 50 are taken/],
  [`${"a".repeat(257)}~`, "bad-request", /257 characters long; at most 256/],
  ["/a.*", "bad-request", /the regular expression is never closed.*\(at character 1\)/],
  ["name:/a(/", "bad-request", /the bracket is never closed \(at character 3 of the regular expression\)/],
  ["name:/[b-a]/", "bad-request", /a range of characters ends before it starts/],
  ["name:/^a/", "bad-request", /always means the whole: leave '\^' out/],
  ["name:/a{1,200}/", "bad-request", /at most 100 times/],
  ["name:/((a{100}){100}){100}/", "bad-request", /too complex/],
  ["name:/(.*a){20}.{15}/", "bad-request", /too complex/],
  [`name:/${"a".repeat(257)}/`, "bad-request", /257 characters long; at most 256/],
  ["a^", "bad-request", /a number belongs after '\^'/],
  ["[1 TO 5]", "bad-request", /a range needs a field/],
  ["size:[1 5]", "bad-request", /'TO' belongs between/],
  ["size:[1 TO 5", "bad-request", /the range is never closed/],
  ["size:[1* TO 5]", "bad-request", /cannot have wildcards/],
  ["size:>", "bad-request", /a range is|a value belongs/],
  ["created_at:[soon TO now]", "bad-request", /"soon" is not a date/],
  ["a\\", "bad-request", /nothing follows the backslash/],
  ["a ]", "bad-request", /'\]' cannot stand here/],
  ["(".repeat(25) + "a", "bad-request", /nested deeper than 20/],
  ["a ".repeat(600), "bad-request", /more than 1024/],
  ["a".repeat(10_001), "bad-request", /10001 characters long/],
  [`${"a".repeat(300)}*`, "bad-request", /a pattern of 301 characters/],
];

describe("a query text with a mistake is refused, saying where", () => {
  for (const [text, code, message] of WRONG)
    test(JSON.stringify(text.slice(0, 60)), () =>
      assert.throws(
        () => luceneOf(text),
        (error: { code?: string; message: string }) => {
          assert.equal(error.code, code, error.message);
          assert.match(error.message, message);
          assert.match(error.message, /^query\.query_string\.query: /);
          return true;
        },
      ),
    );
});

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'()[]{}"^~*?:\\/+-!&|<>= ',
        "AND",
        "OR",
        "NOT",
        "TO",
        "name:",
        "size:",
        "_exists_:",
        "now",
        "a",
        "ubuntu",
        "12",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("any text is either understood or refused in words, lenient or not", () => {
  fc.assert(
    fc.property(typed, fc.boolean(), (text, lenient) => {
      try {
        assert.ok(luceneOf(text, { lenient }).kind);
      } catch (error) {
        assert.ok(error instanceof SearchlightError, `${text}: ${String(error)}`);
        assert.ok(["bad-request", "unsupported", "unknown-field"].includes(error.code));
      }
    }),
    { numRuns: 3000 },
  );
});

test("with every sign escaped, any word is just text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), (text) => {
      const escaped = [...text].map((char) => `\\${char}`).join("");
      assert.deepEqual(luceneOf(`name:${escaped}`), word("name", text));
    }),
  );
});
