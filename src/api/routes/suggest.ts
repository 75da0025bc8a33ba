import { z } from "zod";
import { UNKNOWN, type Freshness } from "../../index/freshness.ts";
import { badRequest, parsed } from "../dialects/input.ts";
import { flag } from "../dialects/request.ts";
import { honestly, honestShape } from "../honest.ts";
import type { Limits } from "../limits.ts";
import { viewOf } from "../permission.ts";
import type { ApiParts } from "../parts.ts";
import { json, NO_BODY, READERS, type GuardedRoute } from "./route.ts";

const MOST = 100;
const DEFAULT = 10;
const size = `must be a whole number from 1 to ${MOST}`;

const query = z.strictObject({
  q: z
    .string()
    .min(1, "must not be empty")
    .describe("The beginning of a name, of a field, of a value, or of a word of a name"),
  type: z.string().optional().describe("Resource types, with commas between; without any, all that you may search"),
  size: z
    .string()
    .regex(/^\d{1,3}$/, size)
    .transform(Number)
    .refine((number) => number >= 1 && number <= MOST, size)
    .optional()
    .describe(`How many suggestions at most, 1 to ${MOST}; ${DEFAULT}`),
  all_projects: flag.optional().describe("From all projects' resources; honoured for administrators"),
});

const answer = z.object({
  took: z.int().describe("Milliseconds"),
  ...honestShape,
  suggestions: z.array(
    z.object({
      kind: z
        .enum(["name", "field", "value"])
        .describe("What resources are called; a field that queries may name; a value of a facet"),
      text: z.string(),
      field: z.string().optional().describe("Of a name or a value: the field that has it"),
      likeness: z
        .enum(["exact", "prefix", "word"])
        .describe("What of it was typed: all of it, its beginning, or that of a word in it; case and accents aside"),
      resource_types: z.array(z.string()).describe("The types that have it"),
    }),
  ),
});

const unknown = (): Promise<Freshness> => Promise.resolve(UNKNOWN);

/** @throws SearchlightError `bad-request` for what is given twice, too long or else not to be understood */
function asked({ searchParams }: URL, { patternLength }: Limits): z.output<typeof query> {
  for (const name of searchParams.keys())
    if (searchParams.getAll(name).length > 1) throw badRequest(name, "is given twice");
  const given = parsed(query, Object.fromEntries(searchParams), "");
  if (given.q.length <= patternLength) return given;
  throw badRequest("q", `is ${given.q.length} characters long; at most ${patternLength} are taken`);
}

/** Completes what somebody is typing. */
export const suggestRoute = (
  { store, catalog, policy, freshness = unknown }: Pick<ApiParts, "store" | "catalog" | "policy" | "freshness">,
  limits: Limits,
): GuardedRoute => ({
  ...READERS,
  ...NO_BODY,
  methods: ["GET"],
  path: "/v1/search/suggest",
  says: {
    summary: "Complete what is being typed",
    description:
      "Names of resources, fields, and values of facets, of what you may see: first what is exactly as typed, then what " +
      "begins so, then what has a word that does. Among equals names come first, then fields, then values, each by " +
      "letter: nothing that you may not see moves them. Values are those of types whose facets you may see.",
    query,
    answers: [{ status: 200, says: "Best first", schema: answer }],
    fails: ["bad-request", "unknown-type", "store-unavailable", "timed-out"],
  },
  handle: async ({ principal, url, signal }) => {
    const started = performance.now();
    const given = asked(url, limits);
    const named = given.type?.split(",").map((one) => one.trim()) ?? [];
    const { types, scope } = viewOf({ catalog, policy }, principal, {
      named,
      allProjects: given.all_projects ?? false,
    });
    const valuesOf = types.filter((type) => policy(principal, type, "facet"));
    const request = { types, valuesOf, text: given.q, size: given.size ?? DEFAULT };
    const [{ suggestions, ...rest }, fresh] = await Promise.all([store.suggest(request, scope, signal), freshness()]);
    return json({
      took: Math.round(performance.now() - started),
      ...honestly(rest, fresh, scope),
      suggestions: suggestions.map(({ types: resource_types, ...one }) => ({ ...one, resource_types })),
    });
  },
});
