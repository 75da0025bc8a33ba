import fc from "fast-check";
import type { Json } from "../../src/index/json.ts";
import { parsePattern } from "../../src/index/pattern.ts";
import type { Edits, SearchQuery } from "../../src/index/query.ts";
import { parseRegexp } from "../../src/index/regexp.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Addresses, some the same in another writing, and what is none. */
export const address = of<Json>(
  "10.0.0.1",
  "::ffff:10.0.0.1",
  "10.9.0.1",
  "2001:DB8::1",
  "::1",
  "11.0.0.0",
  "10",
  10,
  null,
);

const person = fc.record(
  {
    name: of("Ada Lovelace", "ada", "Bob of ubuntu", "", "22.04", "日本 ada"),
    role: of("pilot", "cook", "Pilot"),
    age: of<Json>(30, 31, 30.5, null, "40", "old"),
    born: of("2026-11-22T17:13:30Z", "1990-01-01", "never"),
    host: address,
    clearance: of("top", "none ubuntu"),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** The people of a rocket, few and alike, so that many have the values asked for but not in one person; rarely not a list. */
export const crew: fc.Arbitrary<Json> = fc.oneof(
  { weight: 8, arbitrary: fc.array(person, { maxLength: 3 }) },
  { weight: 1, arbitrary: person },
  { weight: 1, arbitrary: of<Json>("nobody", null, [null, "x", { name: ["ada", "bob"] }]) },
);

/** What only administrators see of a rocket. */
export const checks: fc.Arbitrary<Json> = fc.array(
  fc.record({ note: of("hush ubuntu", "fine"), passed: fc.boolean() }, { requiredKeys: [], noNullPrototype: true }),
  { maxLength: 2 },
);

/** Names of nested fields and of those in them, as queries know them. */
export const NESTED = [
  "crew",
  "crew.name",
  "crew.role",
  "crew.age",
  "crew.born",
  "crew.host",
  "crew.clearance",
  "checks",
  "checks.note",
] as const;

const field = of(...NESTED, "crew.name", "crew.role", "crew.age", "crew.name", "name", "_id");
const fields = fc.oneof(
  fc.constant("any" as const),
  fc.array(fc.record({ name: field, weight: of(1, 2, 5) }), { minLength: 1, maxLength: 2 }),
);
const value = of<string | number | boolean>(
  "pilot",
  "cook",
  "ada",
  "Ada Lovelace",
  30,
  31,
  "40",
  true,
  "top",
  "r1",
  "10.0.0.0/8",
);
const text = of("ada", "lovelace ada", "ada lovelace", "ubuntu", "bob of", "22.04", "top", "hush", "日本");
const kind = <const T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);

const leaf: fc.Arbitrary<SearchQuery> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<SearchQuery>({ kind: "all" }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: kind("terms"), field, values: fc.array(value, { minLength: 1, maxLength: 2 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind("range"),
      field: kind("crew.age"),
      bounds: fc.dictionary(of("gt", "gte", "lt", "lte"), of(30, 30.5, 35), { minKeys: 1, maxKeys: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind("exists"), field }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: kind("words"), fields, text, mode: of("any", "all", "phrase", "prefix") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind("pattern"), fields, pattern: of("a*", "*o*", "pil?t", "").map(parsePattern) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("near"), fields, text, slop: of(0, 2, 5) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("regexp"), fields, regexp: of("a.*", "[pc].+").map(parseRegexp) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kind("some"),
      fields,
      text,
      atLeast: of(1, 2),
      edits: of<Edits>(0, 1),
      prefix: of(0, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("ids"), ids: of(["r1", "r2", "r3"]) }) },
);

/** What may be asked of one object, and of what lies around it, which it does not know. */
export const ofObjects: fc.Arbitrary<SearchQuery> = fc.letrec<{ tree: SearchQuery }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    { weight: 3, arbitrary: fc.record({ kind: kind("and"), of: fc.array(tie("tree"), { maxLength: 3 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: kind("or"), of: fc.array(tie("tree"), { maxLength: 3 }), atLeast: of(0, 1, 2) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: of("not", "filter"), of: tie("tree") }) },
    { weight: 1, arbitrary: fc.record({ kind: kind("boost"), of: tie("tree"), by: of(2, 0.3, 0) }) },
  ),
})).tree;

/** What has one object that is all of this. */
export const nestedQuery: fc.Arbitrary<SearchQuery> = fc.record({
  kind: kind("nested"),
  path: of("crew", "crew", "crew", "checks", "crew.name", "name", "nosuch"),
  of: ofObjects,
});
