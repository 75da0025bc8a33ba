import fc from "fast-check";
import { parseRegexp } from "../../src/index/regexp.ts";
import type { Edits, FieldNames, SearchQuery } from "../../src/index/query.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const texts = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc.array(of(...words), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

/** Expressions that mean the same to JavaScript, so that it can say what is right. */
export const regexpSource: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    {
      weight: 3,
      arbitrary: fc.constantFrom("a", "b", "𝒳", ".", "[ab]", "[^a]", "[b-x]", "\\d", "\\W", "\\.", "[\\d.-]"),
    },
    { weight: 1, arbitrary: fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")) },
    { weight: 1, arbitrary: fc.tuple(tie("part"), tie("part")).map(([x, y]) => `(${x}|${y})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("part"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "{1,}"))
        .map(([x, times]) => `(${x})${times}`),
    },
  ),
})).part;
/** Leaves that find what is not quite as asked for: words with edits, words out of place. */
export const inexact = (fields: fc.Arbitrary<FieldNames>): fc.Arbitrary<SearchQuery> =>
  fc.oneof(
    fc.record(
      {
        kind: fc.constant("called" as const),
        text: texts(
          "Ubuntu",
          "ubuntu-22.04-minimal",
          "ubuntu 24.04",
          "A:B/c",
          "ünïcode ✓",
          "22",
          "?",
          "",
          "𝒳",
          "rocket",
        ),
        weight: of(0, 1, 3),
      },
      { requiredKeys: ["kind", "text"] },
    ),
    fc.record({
      kind: fc.constant("near" as const),
      fields,
      text: texts("ubuntu", "22.04", "minimal", "lts", "日本", "rocket", "debian 12", "x", "y", "c", "d"),
      slop: of(0, 1, 2, 5, 50),
    }),
    fc.record({
      kind: fc.constant("regexp" as const),
      fields,
      regexp: fc
        .oneof(
          regexpSource,
          of(
            "ub.*",
            ".*04.*",
            "[ua].+e?",
            "(ubuntu|debian)( 12)?",
            "r[0-9]",
            "\\d{2}(\\.\\d+)?",
            "[^a-z]*",
            "(a|b|active){1,2}",
            "",
            "(|x)",
            "..",
            "Ü?n[A-Z]+",
            "\\W.*",
            ".",
            "p1\\/q.*",
            "𝒳.*|.*[^\\w\\.-].*",
            "(u.*){1,3}[^\\s]",
          ),
        )
        .map(parseRegexp),
    }),
    fc.record({
      kind: fc.constant("some" as const),
      fields,
      text: texts("ubuntu", "ubutnu", "minmal", "ab", "Debain", "actvie", "𝒳", "rokcet", "22.40", "日本", "p1", "r22"),
      atLeast: of(1, 1, 2, 3),
      edits: of<Edits>(0, 1, 2, [3, 6], [1, 2]),
      prefix: of(0, 0, 1, 3),
    }),
  );
