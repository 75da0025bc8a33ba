import { z } from "zod";
import { contextOf, knownKinds } from "../dialects/context.ts";
import { badRequest, parsed } from "../dialects/input.ts";
import { flag } from "../dialects/request.ts";
import { checkIndex } from "../dialects/types.ts";
import { facetsRequest, facetsShown } from "../facets.ts";
import { assertWhole } from "../honest.ts";
import type { Limits } from "../limits.ts";
import { tellableTypes, viewOf } from "../permission.ts";
import type { ApiParts } from "../parts.ts";
import { json, READERS, NO_BODY, type GuardedRoute } from "./route.ts";

/** How many values of a facet are given when the caller does not say. */
const DEFAULT_LIMIT = 100;

const query = z.strictObject({
  type: z.string().optional().describe("One resource type; without it, all that you may search"),
  index: z.string().optional().describe("For old clients: searchlight-search"),
  all_projects: flag.optional().describe("Count all projects' resources; honoured for administrators"),
  limit_terms: z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number of 0 or more")
    .transform(Number)
    .optional()
    .describe(`How many values of each facet, most frequent first; 0 is the default, ${DEFAULT_LIMIT}`),
  field: z.string().optional().describe("This facet alone, by its name"),
  prefix: z.string().optional().describe("Only values that start so, case and accents aside"),
  offset: z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number of 0 or more")
    .transform(Number)
    .optional()
    .describe("How many values of each facet to pass over: for paging, with limit_terms"),
  include_fields: flag.optional().describe("false: counts of resources only"),
  exclude_options: flag.optional().describe("true: no values"),
});

const option = z.object({ key: z.union([z.string(), z.number()]), doc_count: z.int() });
const answer = z.record(
  z.string(),
  z.object({
    doc_count: z.int(),
    facets: z
      .array(
        z.object({
          name: z.string().describe("The field, as queries name it"),
          type: z.string(),
          nested: z.boolean().optional(),
          resource_type: z.string().optional().describe("What its values are ids of"),
          options: z.array(option).optional().describe("Exact counts of what you may see"),
        }),
      )
      .optional(),
  }),
);

/** Tells the fields of types, and what values they have how often. */
export const facetsRoute = (
  { store, catalog, policy }: Pick<ApiParts, "store" | "catalog" | "policy">,
  limits: Limits,
): GuardedRoute => ({
  ...READERS,
  ...NO_BODY,
  methods: ["GET"],
  path: "/v1/search/facets",
  says: {
    summary: "List the fields there are, with their values and counts",
    query,
    answers: [{ status: 200, says: "Facets by resource type", schema: answer }],
    fails: ["bad-request", "unknown-type", "unknown-field", "store-unavailable", "timed-out"],
  },
  handle: async ({ principal, url, signal, seen }) => {
    const given = parsed(query, Object.fromEntries(url.searchParams), "");
    if ((given.limit_terms ?? 0) > limits.buckets)
      throw badRequest("limit_terms", `is ${given.limit_terms}; at most ${limits.buckets} are given`);
    checkIndex(given.index ? [given.index] : [], "index");
    const named = given.type ? [given.type] : [];
    const allProjects = given.all_projects ?? false;
    const { types, scope } = viewOf({ catalog, policy }, principal, { named, allProjects, action: "facet" });
    seen(scope);
    const asked = {
      types,
      scope,
      limit: given.limit_terms || DEFAULT_LIMIT,
      offset: given.offset ?? 0,
      prefix: given.prefix,
      field: given.field,
      fields: given.include_fields ?? true,
      options: !(given.exclude_options ?? false),
      tellable: tellableTypes({ catalog, policy }, principal),
    };
    if (given.field !== undefined) knownKinds(contextOf(catalog, asked.types, scope, limits, 0), given.field, "field");
    const counted = await store.search(facetsRequest(catalog, asked), scope, signal);
    // Counts are exact or there are none, and old clients' answer has no place to say that they are not.
    assertWhole(counted);
    return json(facetsShown(catalog, asked, counted.aggregations));
  },
});
