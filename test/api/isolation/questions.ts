import fc from "fast-check";
import { ROCKET } from "../../index/worlds.ts";
import { AUDIT, PROBE } from "../world.ts";
import { GONE_ID, HIDDEN_IDS } from "./twin-worlds.ts";
import { aggregation } from "./aggregation-questions.ts";
import { query, typed } from "./clause-questions.ts";
import { suggested } from "./suggest-questions.ts";
import { countable, field, keyed, of } from "./vocabulary.ts";

/** A request that anybody might make of the API. */
export type Asking = { readonly method: "GET" | "POST"; readonly path: string; readonly body?: unknown };

/** Old clients name the index, which is one. */
const index = of(...Array.from({ length: 9 }, () => "searchlight-search"), "nosuch");
/** Parameters of an address, each there or not. */
const address = (path: string, parameters: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Asking> =>
  fc.record(parameters, { requiredKeys: [] }).map((some) => ({
    method: "GET",
    path: `${path}?${new URLSearchParams(some as Record<string, string>).toString()}`,
  }));

const facet = fc.record(
  {
    field: countable,
    values: fc.array(of<string | number>("active", "lts", 1), { maxLength: 2 }),
    size: of(1, 2),
    offset: of(0, 1),
    prefix: of("L", "u", ""),
    order: of("count", "key"),
  },
  { requiredKeys: ["field"] },
);

/** What a body may call its first hit, how many, and its counts. */
const NAMINGS: readonly [pages: Record<string, fc.Arbitrary<unknown>>, counting: string][] = [
  [{ from: of(0, 1, 3), size: of(0, 2, 25) }, "aggs"],
  [{ offset: of(0, 1), limit: of<unknown>(2, "25") }, "aggregations"],
];

const searchBy = ([pages, counting]: (typeof NAMINGS)[number]): fc.Arbitrary<Asking> =>
  fc
    .record({
      path: fc.constant("/v1/search"),
      method: fc.constant("POST" as const),
      body: fc.record(
        {
          query,
          type: of<unknown>(ROCKET, PROBE, AUDIT, [ROCKET, AUDIT], null),
          index,
          ...pages,
          sort: fc.oneof(
            fc.array(keyed(fc.oneof(field, of("_score")), of("asc", "desc")), { maxLength: 2 }),
            of<unknown>("name:desc", "_score", { size: { order: "desc", missing: "_last" } }),
            of<unknown>([{ nosuch: { unmapped_type: "long" } }, { secret: { ignore_unmapped: true, order: "asc" } }]),
          ),
          _source: of<unknown>(
            ["name", "secret", "members"],
            { exclude: "name" },
            { include: ["name", "crew.*"], excludes: "secret" },
            { includes: "properties.*" },
            true,
          ),
          post_filter: query,
          version: fc.boolean(),
          cursor: of<unknown>(true, true, "none"),
          all_projects: fc.boolean(),
          highlight: of<unknown>(
            { fields: { "*": {} } },
            { fields: { secret: {}, name: {} } },
            { fields: [{ "na*": {} }], pre_tags: ["["], post_tags: ["]"], fragment_size: 20, number_of_fragments: 2 },
            { fields: { "crew.*": {}, description: {} }, number_of_fragments: 0 },
          ),
          [counting]: keyed(of("a"), aggregation),
          facets: fc.dictionary(of("f", "g"), facet, { minKeys: 1, maxKeys: 2 }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ body, ...rest }) => ({ ...rest, body: { version: true, ...body } }));

const search = fc.oneof(...NAMINGS.map(searchBy));

const exported: fc.Arbitrary<Asking> = fc
  .record(
    {
      query,
      type: of<unknown>(ROCKET, PROBE, AUDIT, [ROCKET, AUDIT]),
      index,
      sort: fc.array(keyed(fc.oneof(field, of("_score")), of("asc", "desc")), { maxLength: 2 }),
      _source: of<unknown>(["name", "secret"], ["name", "properties.os_distro"], { exclude: "name" }, true),
      all_projects: fc.boolean(),
      cursor: of(true),
      format: of("csv", "ndjson"),
    },
    { requiredKeys: [] },
  )
  .map((body) => ({ method: "POST", path: "/v1/search/export", body }));

const linked = address("/v1/search", {
  q: typed,
  limit: of("1", "2"),
  offset: of("0", "1"),
  sort: of("name", "size:desc", "secret", "_id"),
  type: of<string>(ROCKET, PROBE),
  _source: of("name,secret", "crew.*"),
  all_projects: of("true", "false"),
  cursor: of("true", "none"),
});

const facets = address("/v1/search/facets", {
  type: of<string>(ROCKET, PROBE, AUDIT),
  index,
  limit_terms: of("0", "1", "5"),
  all_projects: of("true", "False"),
  include_fields: of("true", "false"),
  exclude_options: of("true", "false"),
});

// Not the unlisted: whoever knows such an id may read it.
const resource: fc.Arbitrary<Asking> = fc
  .tuple(of<string>(ROCKET, PROBE, AUDIT), of("r1", "r2", "r3", "none", GONE_ID, ...HIDDEN_IDS))
  .map(([type, id]) => ({ method: "GET" as const, path: `/v1/resources/${type}/${id}` }));

const related: fc.Arbitrary<Asking> = fc
  .tuple(
    resource,
    of(
      "",
      "?direction=in",
      `?type=${PROBE}`,
      "?field=rocket",
      "?limit=1&offset=1",
      "?all_projects=true",
      "?_source=name,secret,rocket",
    ),
  )
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
