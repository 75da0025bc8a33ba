import type { Freshness } from "../../index/freshness.ts";
import { answerSchema, answerShown } from "../answer.ts";
import { jsonOf } from "../body.ts";
import { badRequest } from "../dialects/input.ts";
import { readSearch, searchSchema } from "../dialects/request.ts";
import type { Limits } from "../limits.ts";
import type { ApiParts } from "../parts.ts";
import { json, READERS, type GuardedRoute } from "./route.ts";

const example = {
  query: { query_string: { query: "ubuntu AND status:active" } },
  sort: [{ updated_at: "desc" }],
  limit: 10,
};

const unknown = (): Freshness => ({ asOf: undefined, sources: [] });

/** Finds resources. A GET may carry the same body as a POST. */
export const searchRoute = (
  {
    store,
    catalog,
    policy,
    freshness = unknown,
    now = Date.now,
  }: Pick<ApiParts, "store" | "catalog" | "policy" | "freshness" | "now">,
  limits: Limits,
): GuardedRoute => ({
  ...READERS,
  methods: ["POST", "GET"],
  path: "/v1/search",
  bytes: ({ searchBytes }) => searchBytes,
  says: {
    summary: "Find resources",
    description:
      "Elasticsearch's query language, as much of it as `Query` says; anything else is refused with its place. " +
      "Scores are sums of fixed weights: a match in a name counts more than one elsewhere, and equals end newest first.",
    body: { schema: searchSchema, types: ["application/json"], example },
    answers: [{ status: 200, says: "What was found", schema: answerSchema }],
    fails: [
      "bad-request",
      "unsupported",
      "unknown-type",
      "unknown-field",
      "too-large",
      "store-unavailable",
      "timed-out",
    ],
  },
  handle: async ({ principal, url, body, signal }) => {
    const started = performance.now();
    const [parameter] = url.searchParams.keys();
    if (parameter !== undefined) throw badRequest(parameter, "a search is described in the body, not in the address");
    const asked = readSearch(jsonOf(await body()), principal, { catalog, policy }, limits, now());
    const answer = await store.search(asked.request, asked.scope, signal);
    return json(
      answerShown(answer, asked, { catalog, freshness: freshness() }, Math.round(performance.now() - started)),
    );
  },
});
