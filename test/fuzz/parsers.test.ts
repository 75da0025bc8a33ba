import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { createApp, type App } from "../../src/api/app.ts";
import { askings } from "../api/isolation/questions.ts";
import { fleet, keptLog, partsOf } from "../api/world.ts";
import { heldTo, type Sent } from "./held-to.ts";
import { broken, odd } from "./mutation.ts";
import { texts } from "./texts.ts";

/** `npm run fuzz` says more. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 200);

const token = fc.constantFrom("p1", "admin");
const path = fc.array(fc.nat(20), { maxLength: 6 });
const search = (body: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> =>
  fc.record({ path: fc.constant("/v1/search"), token, body });
const inAddress = (names: readonly string[], route: string): fc.Arbitrary<Sent> =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), fc.oneof(texts, fc.constantFrom("true", "1", "name", "ndjson"))),
      token,
    )
    .map(([parameters, token]) => ({
      path: `${route}?${new URLSearchParams(parameters).toString().slice(0, 15_000)}`,
      token,
    }));

const queryString = fc.record(
  {
    query: texts,
    lenient: fc.boolean(),
    default_operator: fc.constantFrom("AND", "or"),
    fields: fc.array(fc.oneof(fc.constantFrom("name", "name^3", "*", "size"), texts), { maxLength: 3 }),
    phrase_slop: fc.nat(60),
    minimum_should_match: fc.oneof(fc.nat(5), texts),
  },
  { requiredKeys: ["query"] },
);

const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom<unknown>("now", "1d", "-1M", "0s", "month", null));
const counted = fc.dictionary(
  fc.constantFrom(
    "field",
    "size",
    "interval",
    "calendar_interval",
    "fixed_interval",
    "offset",
    "time_zone",
    "ranges",
    "filters",
    "include",
    "missing",
    "order",
    "keyed",
    "min_doc_count",
  ),
  fc.oneof(
    number,
    odd,
    texts,
    fc.constantFrom<unknown>("size", "created_at", "status", "Europe/Berlin", [{ to: 5 }, { from: 2 }]),
  ),
);
const aggregation = fc.dictionary(
  fc.constantFrom(
    "terms",
    "range",
    "date_range",
    "histogram",
    "date_histogram",
    "stats",
    "cardinality",
    "filters",
    "missing",
    "aggs",
  ),
  counted,
  { minKeys: 1, maxKeys: 2 },
);

/** Text, for what makes values of requests gives up sooner than a parser may. */
const nested = fc
  .tuple(
    fc.constantFrom("query", "aggs", "facets", "sort", "type", "_source", "highlight", "post_filter", "size", "x"),
    fc.constantFrom(
      ["[", "]"],
      ['{"a":', "}"],
      ['{"bool":{"must":', "}}"],
      ['{"bool":{"should":[', "]}}"],
      ['{"a":{"filter":{}, "aggs":', "}}"],
    ),
    fc.integer({ min: 1, max: 9000 }),
  )
  .map(
    ([key, [open = "", close = ""], depth]) => `{"${key}":${open.repeat(depth)}{"match_all":{}}${close.repeat(depth)}}`,
  );

/** [what is fuzzed, requests]. */
const PARSERS: [string, fc.Arbitrary<Sent>][] = [
  ["the query language that people type", search(queryString.map((query) => ({ query: { query_string: query } })))],
  [
    "the language of search boxes",
    search(
      fc
        .record({ query: texts, flags: fc.constant("ALL") })
        .map(({ query }) => ({ query: { simple_query_string: { query } } })),
    ),
  ],
  [
    "the DSL, with a mistake somewhere",
    search(
      fc
        .tuple(
          askings.filter((one) => one.path === "/v1/search"),
          path,
          odd,
        )
        .map(([{ body }, at, other]) => broken(body, at, other)),
    ),
  ],
  [
    "aggregations",
    search(fc.dictionary(fc.string({ maxLength: 5 }), aggregation, { maxKeys: 4 }).map((aggs) => ({ size: 0, aggs }))),
  ],
  [
    "facets",
    search(fc.dictionary(fc.string({ maxLength: 5 }), counted, { maxKeys: 3 }).map((facets) => ({ size: 0, facets }))),
  ],
  ["what is nested without end", search(nested)],
  ["what is no search at all", search(fc.oneof(odd, fc.string({ unit: "binary" }), texts))],
  [
    "a search in an address",
    inAddress(["q", "type", "sort", "_source", "limit", "offset", "cursor", "all_projects", "x"], "/v1/search"),
  ],
  [
    "what facets are asked for",
    inAddress(
      ["type", "limit_terms", "field", "prefix", "offset", "include_fields", "exclude_options", "x"],
      "/v1/search/facets",
    ),
  ],
];

describe("whatever is asked, the answer is a result or says what is wrong, at once and as documented", () => {
  const { log, lines } = keptLog();
  let app: App;
  before(async () => void (app = createApp(await partsOf(fleet, { log, limits: { requests: 1e9 } }))));
  for (const [what, requests] of PARSERS)
    test(what, () =>
      fc.assert(
        fc.asyncProperty(requests, async (sent) => {
          await heldTo(app, sent);
          assert.deepEqual(
            lines.splice(0).filter(([, says]) => says !== "request"),
            [],
          );
        }),
        { numRuns: RUNS },
      ),
    );
});
