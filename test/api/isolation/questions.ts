import fc from "fast-check";
import { ROCKET } from "../../index/worlds.ts";
import { AUDIT, PROBE } from "../world.ts";
import { GONE_ID, HIDDEN_IDS, UNLISTED_IDS } from "./twin-worlds.ts";
import { suggested } from "./suggest-questions.ts";

/** A request that anybody might make of the API. */
export type Asking = { readonly method: "GET" | "POST"; readonly path: string; readonly body?: unknown };

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const keyed = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.tuple(keys, values).map(([key, value]) => ({ [key]: value }));

const field = of(
  "name",
  "description",
  "status",
  "owner",
  "size",
  "stage",
  "crewed",
  "created_at",
  "tags",
  "visibility",
  "hidden",
  "properties",
  "properties.os_distro",
  "os_distro",
  "members",
  "secret",
  "rocket_name",
  "project_id",
  "_id",
  "_type",
  "nosuch",
  "crew.name",
  "crew.clearance",
);
const value = of<string | number | boolean>(
  "ubuntu",
  "active",
  "lts",
  "p1",
  "p2",
  "h1",
  "hush",
  "rocket",
  "accepted",
  1,
  10,
  true,
  "2026-11-22",
  ROCKET,
  AUDIT,
);
// Most of them known, so that most questions are answered.
const countable = of(
  "status",
  "tags",
  "size",
  "crewed",
  "visibility",
  "_type",
  "created_at",
  "owner",
  "name",
  "os_distro",
  "crew.role",
);
const measured = fc.record({ field: fc.oneof({ weight: 12, arbitrary: countable }, of("secret", "nosuch")) });
const measurable = of("size", "thrust", "properties.size", "metadata.size", "properties.hw.cpu");
const aggregation = fc
  .tuple(
    fc.oneof(
      fc.record({ terms: fc.record({ field: countable, size: of(1, 10) }) }),
      fc.record({ missing: measured }),
      fc.record({ cardinality: measured }),
      fc.record({ stats: of({ field: "size" }, { field: "created_at" }) }),
      fc
        .tuple(of("min", "max", "sum", "avg", "value_count"), measurable, of<object>({}, { missing: 3 }))
        .map(([kind, field, more]) => ({ [kind]: { field, ...more } })),
      of(
        { histogram: { field: "size", interval: 2, missing: 1, keyed: true, extended_bounds: { min: -4, max: 12 } } },
        { histogram: { field: "properties.size", interval: 5, order: { _count: "desc" } } },
        { date_histogram: { field: "created_at", fixed_interval: "12h", offset: "+6h", format: "yyyy-MM-dd HH" } },
        { date_histogram: { field: "created_at", calendar_interval: "year", hard_bounds: { max: "2026-06" } } },
        { range: { field: "properties.size", keyed: true, missing: 9, ranges: [{ to: 9 }, { from: 9, key: "x" }] } },
        { filters: { filters: { a: { term: { status: "active" } } }, other_bucket: true } },
        { nested: { path: "crew" }, aggs: { r: { reverse_nested: {}, aggs: { t: { top_hits: { sort: "_id" } } } } } },
        { histogram: { field: "size", interval: 2 } },
        { date_histogram: { field: "created_at", calendar_interval: "month" } },
        { range: { field: "size", ranges: [{ to: 5 }, { from: 5 }] } },
        { nested: { path: "crew" } },
        { nested: { path: "checks" } },
        { filters: { filters: [{ term: { status: "active" } }, { exists: { field: "tags" } }] } },
        {
          composite: { size: 2, sources: [{ s: { terms: { field: "tags" } } }, { t: { terms: { field: "owner" } } }] },
        },
        { composite: { sources: [{ s: { histogram: { field: "size", interval: 2, order: "desc" } } }] } },
      ),
    ),
    fc.option(
      fc.record({
        b: fc.oneof(
          fc.record({ terms: measured }),
          of({ top_hits: { size: 2, version: true } }, { top_hits: { sort: "name", _source: ["name", "secret"] } }),
        ),
      }),
      { nil: undefined },
    ),
  )
  .map(([one, aggs]) => (aggs === undefined ? one : { aggs, ...one }));
const typed = fc
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
const query = fc.letrec<{ query: unknown }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: keyed(
        of("bool"),
        fc.dictionary(
          of("must", "should", "must_not", "filter"),
          fc.array(tie("query"), { minLength: 1, maxLength: 2 }),
          {
            minKeys: 1,
            maxKeys: 2,
          },
        ),
      ),
    },
  ),
})).query;

const search: fc.Arbitrary<Asking> = fc
  .record({
    path: fc.constant("/v1/search"),
    method: fc.constant("POST" as const),
    body: fc.record(
      {
        query,
        type: of<unknown>(ROCKET, PROBE, AUDIT, [ROCKET, AUDIT], null),
        from: of(0, 1, 3),
        size: of(0, 2, 25),
        sort: fc.array(keyed(fc.oneof(field, of("_score")), of("asc", "desc")), { maxLength: 2 }),
        _source: of<unknown>(["name", "secret", "members"], { exclude: "name" }, true),
        version: fc.boolean(),
        cursor: of<unknown>(true, true, "none"),
        all_projects: fc.boolean(),
        highlight: of({ fields: { "*": {} } }, { fields: { secret: {}, name: {} } }),
        aggs: keyed(of("a"), aggregation),
        facets: keyed(
          of("f"),
          fc.record({ field: countable, values: fc.array(of<string | number>("active", "lts", 1), { maxLength: 2 }) }),
        ),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ body, ...rest }) => ({ ...rest, body: { version: true, ...body } }));

const exported: fc.Arbitrary<Asking> = fc
  .record(
    {
      query,
      type: of<unknown>(ROCKET, PROBE, AUDIT, [ROCKET, AUDIT]),
      sort: fc.array(keyed(fc.oneof(field, of("_score")), of("asc", "desc")), { maxLength: 2 }),
      _source: of<unknown>(["name", "secret"], ["name", "properties.os_distro"], { exclude: "name" }, true),
      all_projects: fc.boolean(),
      cursor: of(true),
      format: of("csv", "ndjson"),
    },
    { requiredKeys: [] },
  )
  .map((body) => ({ method: "POST", path: "/v1/search/export", body }));

const linked: fc.Arbitrary<Asking> = fc
  .record({ q: typed, limit: of("1", "2"), sort: of("name", "size:desc", "secret", "_id"), type: of(ROCKET, PROBE) })
  .map((parameters) => ({ method: "GET", path: `/v1/search?${new URLSearchParams(parameters).toString()}` }));

const facets: fc.Arbitrary<Asking> = fc
  .record({
    type: of<string>("", ROCKET, PROBE, AUDIT),
    limit_terms: of("0", "1", "5"),
    all_projects: of("true", "False"),
  })
  .map((parameters) => ({
    method: "GET" as const,
    path: `/v1/search/facets?${new URLSearchParams(Object.entries(parameters).filter(([, text]) => text !== "")).toString()}`,
  }));

// Not the unlisted: whoever knows such an id may read it.
const resource: fc.Arbitrary<Asking> = fc
  .tuple(of<string>(ROCKET, PROBE, AUDIT), of("r1", "r2", "r3", "none", GONE_ID, ...HIDDEN_IDS))
  .map(([type, id]) => ({ method: "GET" as const, path: `/v1/resources/${type}/${id}` }));

const related: fc.Arbitrary<Asking> = fc
  .tuple(resource, of("", "?direction=in", "?limit=1&offset=1", "?all_projects=true", "?_source=name,secret,rocket"))
  .map(([{ path, method }, query]) => ({ method, path: `${path}/related${query}` }));

const rest: fc.Arbitrary<Asking> = of(
  { method: "GET", path: "/v1/search/plugins" },
  { method: "GET", path: "/v1/search/fields" },
  { method: "GET", path: `/v1/search/fields?type=${ROCKET}` },
  { method: "GET", path: `/v1/search/fields?type=${PROBE}` },
  { method: "GET", path: `/v1/search/facets?field=secret&type=${ROCKET}` },
  { method: "GET", path: `/v1/search/facets?field=tags&prefix=l&offset=1` },
  { method: "GET", path: "/v1/search/nothing" },
  { method: "POST", path: "/v1/resources/r1" },
  { method: "GET", path: "/readyz" },
  { method: "GET", path: "/metrics" },
  { method: "GET", path: "/openapi.json" },
  { method: "POST", path: "/v1/notifications", body: {} },
);

/** Requests to every address, of every kind, with sense and without. */
export const askings: fc.Arbitrary<Asking> = fc.oneof(
  { weight: 8, arbitrary: search },
  { weight: 3, arbitrary: exported },
  { weight: 1, arbitrary: linked },
  { weight: 2, arbitrary: facets },
  { weight: 3, arbitrary: suggested },
  { weight: 2, arbitrary: resource },
  { weight: 2, arbitrary: related },
  { weight: 1, arbitrary: rest },
);

/** What is asked of all worlds: for every id that is hidden, and for everything, in every shape that it is told in. */
export const ALWAYS: readonly Asking[] = [
  ...[ROCKET, PROBE, AUDIT].flatMap((type) =>
    ["r1", "r2", GONE_ID, ...HIDDEN_IDS].map((id): Asking => ({ method: "GET", path: `/v1/resources/${type}/${id}` })),
  ),
  {
    method: "POST",
    path: "/v1/search",
    body: { all_projects: true, version: true, highlight: { fields: { "*": {} } } },
  },
  { method: "POST", path: "/v1/search", body: { all_projects: true, type: [ROCKET, PROBE], size: 1, cursor: true } },
  { method: "GET", path: "/v1/search/facets?all_projects=true" },
  { method: "GET", path: "/v1/search/export?all_projects=true&format=csv&cursor=true" },
  { method: "GET", path: "/v1/search/export?all_projects=true" },
  ...["u", "r", "h", "l", "p"].map((q): Asking => {
    return { method: "GET", path: `/v1/search/suggest?all_projects=true&size=100&q=${q}` };
  }),
  { method: "GET", path: "/v1/search/plugins" },
  { method: "GET", path: "/v1/search/fields" },
  { method: "GET", path: "/metrics" },
];
