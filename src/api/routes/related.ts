import { z } from "zod";
import { SearchlightError } from "../../errors.ts";
import { UNKNOWN, type Freshness } from "../../index/freshness.ts";
import type { Principal } from "../../index/scope.ts";
import { answerSchema, answerShown } from "../answer.ts";
import { parsed } from "../dialects/input.ts";
import { addressSchema } from "../dialects/address.ts";
import { flag, readSearch } from "../dialects/request.ts";
import { honestly, honestShape } from "../honest.ts";
import type { Limits } from "../limits.ts";
import { namingStore, type NamingParts } from "../names/store.ts";
import type { ApiParts } from "../parts.ts";
import { readerOf, viewOf } from "../permission.ts";
import { relatedTo, type Related } from "../related.ts";
import { json, NO_BODY, READERS, type Call, type GuardedRoute } from "./route.ts";

const query = z.strictObject({
  direction: z.enum(["in", "out"]).optional().describe("in: what refers to it; out: what it refers to; else both"),
  type: z.string().optional().describe("Only relations with this resource type"),
  field: z.string().optional().describe("Only relations by this field"),
  limit: z.string().default("10").describe("How many hits of each relation; 10"),
  offset: addressSchema.shape.offset,
  _source: addressSchema.shape["_source"],
  all_projects: flag.default(false).describe("Of all projects; honoured for administrators"),
});

const relation = z.object({
  resource_type: z.string().describe("What the hits are"),
  field: z.string().describe("The field that says so: of the hits in referred_by, of the resource in refers_to"),
  ...answerSchema.shape.hits.shape,
  search: z.object({ type: z.string(), query: z.unknown() }).describe("A search that finds all of them, with cursors"),
});

const answer = z.object({
  ...honestShape,
  refers_to: z.array(relation).describe("What the resource refers to"),
  referred_by: z.array(relation).describe("What refers to the resource"),
});

type Asked = z.output<typeof query>;
type Parts = NamingParts & Pick<ApiParts, "freshness" | "now">;

const unknown = async (): Promise<Freshness> => UNKNOWN;

const wanted = ({ way, search, field }: Related, asked: Asked): boolean =>
  (asked.direction ?? way) === way && (asked.type ?? search.type) === search.type && (asked.field ?? field) === field;

/** What one relation finds. */
async function found(
  one: Related,
  asked: Asked,
  principal: Principal,
  parts: Parts,
  limits: Limits,
  call: Call<unknown>,
) {
  const { limit, offset, _source, all_projects } = asked;
  const body = { ...one.search, limit, offset, _source: _source?.split(","), all_projects };
  const search = readSearch(body, principal, parts, limits, (parts.now ?? Date.now)());
  const naming = namingStore(parts, principal, limits);
  const told = await naming.search(search.request, search.scope, call.signal);
  return { ...one, told, hits: answerShown(told, search, { catalog: parts.catalog, freshness: UNKNOWN }, 0).hits };
}

/** What a resource refers to and what refers to it, as far as the caller may see either. */
export const relatedRoute = (parts: Parts, limits: Limits): GuardedRoute => ({
  ...READERS,
  ...NO_BODY,
  methods: ["GET"],
  path: "/v1/resources/{type}/{id}/related",
  says: {
    summary: "List what a resource refers to, and what refers to it",
    description:
      "By the fields that hold ids of other resources, with exact counts of what you may see; hidden ones count too. " +
      "What you may not see is not there: a relation that has nothing for you is left out.",
    path: z.object({
      type: z.string().describe("For example OS::Heat::Stack"),
      id: z.string().describe("Percent-encoded where it holds slashes"),
    }),
    query,
    answers: [{ status: 200, says: "The relations that have something for you", schema: answer }],
    fails: ["bad-request", "not-found", "store-unavailable", "timed-out"],
  },
  handle: async (call) => {
    const { principal, path, url } = call;
    const [type = "", id = ""] = path;
    const asked = parsed(query, Object.fromEntries(url.searchParams), "");
    const scope = readerOf(parts.policy, principal, type);
    const hit = scope && (await parts.store.get({ type, id }, scope));
    if (scope) call.seen(scope);
    if (!hit) throw new SearchlightError("not-found", "There is no such resource, or you may not see it");
    const view = viewOf(parts, principal, { named: [], allProjects: asked.all_projects });
    call.seen(view.scope);
    const relations = relatedTo(hit, parts.catalog, view, limits.values).filter((one) => wanted(one, asked));
    const fresh = (parts.freshness ?? unknown)();
    const all = await Promise.all(relations.map((one) => found(one, asked, principal, parts, limits, call)));
    const shown = (way: Related["way"]) =>
      all
        .filter((one) => one.way === way && one.hits.total > 0)
        .map(({ field, search, hits }) => ({ resource_type: search.type, field, ...hits, search }));
    const complete = all.every(({ told }) => told.complete);
    const reasons = [...new Set(all.flatMap(({ told }) => told.reasons))];
    const honest = honestly({ complete, reasons }, await fresh, view.scope);
    return json({ ...honest, refers_to: shown("out"), referred_by: shown("in") });
  },
});
