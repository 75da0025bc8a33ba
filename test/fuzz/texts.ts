import fc from "fast-check";

/** What queries that people type are made of, and what they are not. */
const TOKENS = [
  ...'()[]{}"~^:*?/\\+-!<>=&|, \t\n',
  "AND",
  "OR",
  "NOT",
  "TO",
  "&&",
  "||",
  ">=",
  "ubuntu",
  "ub*",
  "name:",
  "size:",
  "created_at:",
  "properties.os_distro:",
  "_exists_:",
  "_all:",
  "nosuch:",
  "now-1d/d",
  "2026-11-22||+1M/d",
  "[1 TO 5}",
  "1e999",
  "~99",
  "^0.0001",
  "/(a|aa)+$/",
  "/[^]/",
  "\\u0000",
  "\u0000",
  "\ud83d",
  "e\u0301\u{1F680}",
  "022.04-lts_x:y",
];

const grammatical = fc.array(fc.constantFrom(...TOKENS), { maxLength: 25 }).map((parts) => parts.join(""));
const spaced = fc.array(fc.constantFrom(...TOKENS), { maxLength: 25 }).map((parts) => parts.join(" "));
const raw = fc.string({ unit: "binary", maxLength: 60 });

/** As much of one thing as fits: deep, long, or many. */
const much = fc
  .tuple(
    fc.constantFrom(...TOKENS, "a ", "(a ", "NOT ", "a OR ", '"a b" ', "name:(", "/a*/ ", "a~ ", "*a*"),
    fc.nat(12_000),
  )
  .map(([token, length]) => token.repeat(Math.ceil(length / token.length)));

/** A text, and the same with one piece taken out or said twice. */
const slipped = fc
  .tuple(fc.oneof(grammatical, spaced), fc.nat(60), fc.nat(10), fc.boolean())
  .map(([text, at, length, twice]) =>
    twice ? text.slice(0, at + length) + text.slice(at) : text.slice(0, at) + text.slice(at + length),
  );

/** Query texts: well-formed, nearly so, not at all, and very large. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: grammatical },
  { weight: 4, arbitrary: spaced },
  { weight: 3, arbitrary: slipped },
  { weight: 2, arbitrary: raw },
  { weight: 1, arbitrary: much },
);
