import fc from "fast-check";
import { ROCKET } from "../../index/worlds.ts";
import { PROBE } from "../world.ts";
import { GONE_ID, HIDDEN_IDS, UNLISTED_IDS } from "./twin-worlds.ts";
import { field, keyed, of, value } from "./vocabulary.ts";

/** What people type. */
export const typed = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: value.map(String) },
      { weight: 2, arbitrary: fc.tuple(field, value).map(([name, text]) => `${name}:${String(text)}`) },
      of(
        "ub*",
        "*u*",
        "hsuh~",
        "ubuntu~2",
        '"ubuntu ub"*',
        "/h.*/",
        "members:p2~1",
        '"hush rocket ubuntu"~5',
        "*",
        "name:*u*",
        "members:*",
        "secret:h*",
        "size:>1",
        "AND",
        "NOT",
        "-",
        "(",
        ")",
        "_exists_:secret",
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(" "));

const known = of("name", "description", "status", "tags", "size", "owner", "properties.os_distro", "created_at");
const boost = of(0, 0.3, 2);
const minimum = of<string | number>(0, 1, 2, "-1", "50%", "2<75%");
const like = {
  fuzziness: of<string | number>("AUTO", "AUTO:2,4", 0, 1, 2),
  prefix_length: of(0, 1),
  max_expansions: of(50),
};
const words = { operator: of("and", "OR"), minimum_should_match: minimum, ...like };
const shared = {
  default_operator: of("and", "or"),
  minimum_should_match: minimum,
  analyze_wildcard: fc.boolean(),
  boost,
};
const fuzzyWords = { fuzzy_prefix_length: of(0, 1), fuzzy_max_expansions: of(50) };
const fields = fc.array(fc.oneof({ weight: 6, arbitrary: known }, of("name^3", "crew.name", "secret", "nosuch")), {
  minLength: 1,
  maxLength: 2,
});
const misspelt = of<string>("ubunt", "hsuh", "p4", "acepted", "rocket");
const started = of("u", "ub", "u*", "ub?n*", "*", "h*", "p?");

/** An object with these, and perhaps any of those. */
const perhaps = <T, U>(
  always: { [K in keyof T]: fc.Arbitrary<T[K]> },
  more: { [K in keyof U]: fc.Arbitrary<U[K]> },
): fc.Arbitrary<object> =>
  fc.tuple(fc.record(always), fc.record(more, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }));
/** A clause about a field, with its options. */
const about = (clause: string, options: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  keyed(of(clause), keyed(fc.oneof({ weight: 4, arbitrary: known }, field), options));

const optional = fc.oneof(
  about("term", perhaps({ value }, { boost })),
  about("match", perhaps({ query: value }, { ...words, boost })),
  about("match_phrase", perhaps({ query: of("ubuntu minimal", "22.04 ubuntu", "hush") }, { slop: of(0, 1, 3), boost })),
  about("match_phrase_prefix", perhaps({ query: of("ubuntu 22", "u", "hush") }, { slop: of(0 as const), boost })),
  about(
    "match_bool_prefix",
    perhaps(
      { query: of("ubuntu mi", "lts u", "hu") },
      { operator: words.operator, minimum_should_match: minimum, boost },
    ),
  ),
  about("fuzzy", perhaps({ value: misspelt }, { ...like, boost })),
  about("prefix", fc.oneof(perhaps({ value: started }, { boost }), perhaps({ prefix: started }, {}))),
  about("wildcard", fc.oneof(perhaps({ value: started }, { boost }), perhaps({ wildcard: started }, {}))),
  about(
    "regexp",
    perhaps(
      { value: of("u.*", "(ub|de).*[0-9]?", "h.{3}", "a{2") },
      { flags: of("NONE"), max_determinized_states: of(10_000), boost },
    ),
  ),
  keyed(
    of("terms"),
    fc.tuple(known, fc.array(value, { maxLength: 3 }), boost).map(([name, all, by]) => ({ [name]: all, boost: by })),
  ),
  keyed(of("exists"), perhaps({ field: known }, { boost })),
  keyed(of("ids"), perhaps({ values: of("r1", "r2") }, { type: of<string>(ROCKET, PROBE), boost })),
  keyed(of("match_all", "match_none"), perhaps({}, { boost })),
  about(
    "range",
    perhaps(
      {},
      {
        from: of<string | number | null>(1, "2026-11-22||-1d/d", null),
        to: of<string | number | null>(10, "now", null),
        include_lower: fc.boolean(),
        include_upper: fc.boolean(),
        boost,
      },
    ),
  ),
  keyed(
    of("multi_match"),
    perhaps(
      { query: of("ubuntu minimal", "ubunt", "hush lts") },
      {
        fields,
        type: of("best_fields", "best_fields", "phrase", "phrase_prefix"),
        slop: of(0, 2),
        lenient: fc.boolean(),
        boost,
        ...words,
      },
    ),
  ),
  keyed(
    of("query_string", "simple_query_string"),
    perhaps({ query: typed }, { fields, lenient: fc.boolean(), ...shared }),
  ),
  keyed(
    of("query_string"),
    perhaps(
      { query: typed },
      { default_field: known, phrase_slop: of(0, 1, 3), fuzziness: like.fuzziness, ...fuzzyWords },
    ),
  ),
  keyed(of("simple_query_string"), perhaps({ query: typed }, fuzzyWords)),
  keyed(
    of("nested"),
    perhaps(
      { path: of("crew"), query: of({ match: { "crew.name": "ada" } }) },
      { score_mode: of("max", "none"), ignore_unmapped: fc.boolean(), boost },
    ),
  ),
);

const leaf = fc.oneof(
  keyed(of("term", "match", "match_phrase", "match_phrase_prefix"), keyed(field, value)),
  keyed(
    of("fuzzy", "match", "match_bool_prefix", "regexp"),
    keyed(field, of<string>("ubunt", "hsuh", "p4", "acepted", "rocket")),
  ),
  keyed(of("prefix", "wildcard"), keyed(field, of("u", "ub", "u*", "ub?n*", "*", "h*", "p?"))),
  keyed(of("terms"), keyed(field, fc.array(value, { maxLength: 3 }))),
  keyed(of("range"), keyed(field, keyed(of("gt", "gte", "lt", "lte"), of<string | number>(1, 10, "a", "now-1d")))),
  keyed(of("exists"), fc.record({ field })),
  keyed(of("ids"), fc.record({ values: fc.subarray(["r1", "r2", GONE_ID, ...HIDDEN_IDS, ...UNLISTED_IDS]) })),
  fc.record({ query: value }).map((query) => ({ multi_match: query })),
  fc.record({ query: typed, lenient: fc.boolean() }).map((query) => ({ query_string: query })),
  fc.record({ query: typed }).map((query) => ({ simple_query_string: query })),
  { weight: 4, arbitrary: fc.constant({ match_all: {} }) },
  { weight: 12, arbitrary: optional },
  of({ percolate: {} }),
  keyed(
    of("nested"),
    fc.record({
      path: of("crew", "crew", "crew", "crew", "checks"),
      query: of(
        { match_all: {} },
        { query_string: { query: "ubuntu hush top" } },
        { exists: { field: "crew.clearance" } },
        { bool: { must: [{ exists: { field: "crew.role" } }, { match: { "crew.name": "ada" } }] } },
      ),
    }),
  ),
);
/** Queries of the DSL: every clause, in each other. */
export const query = fc.letrec<{ query: unknown }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: keyed(
        of("bool"),
        perhaps(
          {},
          {
            must: fc.array(tie("query"), { maxLength: 2 }),
            should: fc.array(tie("query"), { minLength: 1, maxLength: 3 }),
            must_not: tie("query"),
            filter: fc.array(tie("query"), { minLength: 1, maxLength: 2 }),
            minimum_should_match: minimum,
            boost,
          },
        ),
      ),
    },
    { weight: 1, arbitrary: keyed(of("constant_score"), perhaps({ filter: tie("query") }, { boost })) },
  ),
})).query;
