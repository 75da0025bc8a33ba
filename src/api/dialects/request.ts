import { z } from "zod";
import type { Highlight } from "../../index/highlight.ts";
import { isObject } from "../../index/json.ts";
import type { Aggregations } from "../../index/aggregations/aggregation.ts";
import type { SearchQuery } from "../../index/query.ts";
import type { SearchRequest } from "../../index/request.ts";
import type { Principal, Scope } from "../../index/scope.ts";
import type { Limits } from "../limits.ts";
import { assertMayCount, viewOf, type Permission } from "../permission.ts";
import { aggregationsSchema, readAggregations } from "./aggregations.ts";
import { contextOf, type Context } from "./context.ts";
import { readQuery } from "./dsl.ts";
import { asList, oneOrMore } from "./dsl/clause.ts";
import { inner } from "./dsl/compound.ts";
import { chosenOf, countedWith, facetsSchema, readFacets, type Facet } from "./facets.ts";
import { highlightSchema, readHighlight } from "./highlight.ts";
import { badRequest, parsed, unsupported } from "./input.ts";
import { readSort, sortSchema } from "./sort.ts";
import { pickerOf, sourceChoice, sourceSchema, type Picker } from "./source.ts";
import { ALL, and } from "./tree.ts";
import { checkIndex } from "./types.ts";

const WHOLE = { error: "must be a whole number of 0 or more" };
const whole = z
  .union(
    [
      z.int(WHOLE).min(0, WHOLE),
      z
        .string()
        .regex(/^\d{1,9}$/, WHOLE)
        .transform(Number),
    ],
    WHOLE,
  )
  .nullish();

/** True and false, also as Python writes them. */
export const flag = z.union(
  [z.boolean(), z.enum(["true", "True", "false", "False"]).transform((text) => text.toLowerCase() === "true")],
  { error: "must be true or false" },
);

/** True asks for cursors; a text is one, and goes on behind it. */
export const cursorSchema = z
  .union([z.boolean(), z.string().max(2 ** 20)], { error: "must be true, or a cursor that was given" })
  .nullish()
  .describe("true: tell a cursor of the next page; or the one told: the page behind it, with the same query and sort");

/** The body of a search. */
export const searchSchema = z.strictObject({
  query: inner.nullish(),
  type: oneOrMore(z.string()).nullish().describe("Resource types; without any, all that you may search"),
  index: oneOrMore(z.string()).nullish().describe("For old clients: searchlight-search"),
  offset: whole.describe("How many hits to skip; 0"),
  from: whole.describe("The same as offset"),
  limit: whole.describe("How many hits to return; 25"),
  size: whole.describe("The same as limit"),
  sort: sortSchema.nullish(),
  cursor: cursorSchema,
  _source: sourceSchema.nullish(),
  highlight: highlightSchema.nullish(),
  aggregations: aggregationsSchema.nullish(),
  aggs: aggregationsSchema.nullish().describe("The same as aggregations"),
  post_filter: inner.nullish().describe("Narrows hits and their total, not aggregations"),
  facets: facetsSchema
    .nullish()
    .describe("Values of fields to choose among: within a facet any, across facets all; each counted under the others"),
  version: flag.nullish().describe("Whether hits tell _version, which differs when the resource does"),
  all_projects: flag.nullish().describe("All projects' resources; honoured for administrators, ignored for others"),
  wait_for: z
    .string()
    .max(300)
    .nullish()
    .describe(
      "Wait until this can be found: what POST /v1/notifications told, or (administrators) topic/partition/offset",
    ),
});

/** Read as they are by their own readers, which say more exactly what is wrong with them. */
const own = z.unknown().optional();
const Body = searchSchema.extend({
  query: own,
  sort: own,
  aggregations: own,
  aggs: own,
  post_filter: own,
  facets: own,
});

/** What Elasticsearch takes in a body and this service does not. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "collapse",
  "docvalue_fields",
  "explain",
  "ext",
  "fields",
  "filter",
  "indices_boost",
  "knn",
  "min_score",
  "pit",
  "profile",
  "rescore",
  "runtime_mappings",
  "script_fields",
  "search_after",
  "search_type",
  "seq_no_primary_term",
  "slice",
  "stats",
  "stored_fields",
  "suggest",
  "terminate_after",
  "timeout",
  "track_scores",
  "track_total_hits",
]);

/** A search as asked for, and what its answer should hold. */
export type Asked = {
  readonly request: SearchRequest;
  readonly scope: Scope;
  readonly pick: Picker;
  readonly version: boolean;
  /** What should be findable before the search is asked. */
  readonly waitFor: string | undefined;
  readonly highlight: Highlight | undefined;
  /** What is counted for the caller, and for which facets; the request counts the one within what is chosen of the other. */
  readonly aggregations: Aggregations;
  readonly facets: readonly Facet[];
};

function either<T>(body: Readonly<Record<string, T>>, first: string, second: string): T | undefined {
  const [a, b] = [body[first] ?? undefined, body[second] ?? undefined];
  if (a !== undefined && b !== undefined) throw badRequest(second, `means the same as '${first}'; give one of them`);
  return a ?? b;
}

function readPage(body: z.output<typeof Body>, { page, window }: Limits): { from: number; size: number } {
  const numbers = { offset: body.offset, from: body.from, limit: body.limit, size: body.size };
  const from = either(numbers, "offset", "from") ?? 0;
  const size = either(numbers, "limit", "size") ?? 25;
  const at = body.limit === undefined ? "size" : "limit";
  if (size > page) throw badRequest(at, `is ${size}; a page holds at most ${page} hits`);
  if (from + size <= window) return { from, size };
  throw badRequest(
    at,
    `this way reaches the first ${window} hits, and this asks for up to ${from + size}; ask with "cursor": true and follow the cursors, as far as you like`,
  );
}

function checkKeys(body: unknown): void {
  if (!isObject(body)) throw badRequest("", 'The body must be a JSON object, such as {"query": {"match_all": {}}}');
  for (const key of Object.keys(body)) if (ELSEWHERE.has(key)) throw unsupported(key, "is not supported; leave it out");
}

const objectOr = (value: unknown, at: string): Readonly<Record<string, unknown>> => {
  if (value === undefined || value === null) return {};
  if (isObject(value)) return value;
  throw badRequest(at, "must be an object of names and aggregations");
};

/** What narrows hits alone. */
const filtersOf = (facets: readonly Facet[], postFilter: unknown, context: Context): SearchQuery[] => [
  ...(facets.some(({ chosen }) => chosen) ? [chosenOf(facets)] : []),
  ...(postFilter === undefined ? [] : [readQuery(postFilter, "post_filter", context)]),
];

/**
 * Reads the body of a search for this caller. `now` is in milliseconds since 1970.
 *
 * @throws SearchlightError for anything that is not as `searchSchema` says, naming its place
 */
export function readSearch(
  value: unknown,
  principal: Principal,
  permission: Permission,
  limits: Limits,
  now: number,
): Asked {
  checkKeys(value);
  const body = parsed(Body, value, "");
  checkIndex(asList(body.index ?? undefined), "index");
  const wished = { named: asList(body.type ?? undefined), allProjects: body.all_projects ?? false };
  const { types, scope } = viewOf(permission, principal, wished);
  const context = contextOf(permission.catalog, types, scope, limits, now);
  const counts = either({ aggregations: body.aggregations, aggs: body.aggs }, "aggregations", "aggs");
  const at = body.aggs === undefined ? "aggregations" : "aggs";
  if (counts !== undefined || body.facets) assertMayCount(permission.policy, principal, types);
  const aggregations = readAggregations(objectOr(counts, at), at, context);
  const facets = readFacets(body.facets ?? {}, "facets", context);
  const filters = filtersOf(facets, body.post_filter ?? undefined, context);
  return {
    request: {
      types,
      query: (body.query ?? undefined) === undefined ? ALL : readQuery(body.query, "query", context),
      sort: readSort(body.sort as z.output<typeof sortSchema>, "sort", context),
      ...readPage(body, limits),
      aggregations: countedWith(facets, aggregations),
      ...(filters.length > 0 && { postFilter: and(filters) }),
    },
    aggregations,
    facets,
    scope,
    pick: pickerOf(sourceChoice(body["_source"], "_source")),
    version: body.version ?? false,
    waitFor: body.wait_for ?? undefined,
    highlight: body.highlight ? readHighlight(body.highlight) : undefined,
  };
}
