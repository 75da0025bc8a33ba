import { UNKNOWN, type Freshness } from "../../index/freshness.ts";
import { answerSchema, answerShown } from "../answer.ts";
import { askedIn } from "../asked-in.ts";
import type { Cursors } from "../cursor.ts";
import { addressSchema } from "../dialects/address.ts";
import { searchSchema } from "../dialects/request.ts";
import { EXAMPLES } from "../examples.ts";
import type { Limits } from "../limits.ts";
import { namingStore, type NamingParts } from "../names/store.ts";
import { linkTo, nextCursor, readPaged } from "../paging.ts";
import type { ApiParts } from "../parts.ts";
import { waitFor } from "../wait.ts";
import { json, READERS, type GuardedRoute } from "./route.ts";

/** For how long a search waits for what it should find, in milliseconds. */
const LONGEST_WAIT = 10_000;

const unknown = async (): Promise<Freshness> => UNKNOWN;

/**
 * Finds resources. A GET may carry the same body as a POST, or say what it looks for in its address: then its answer links
 * to the next page.
 */
export const searchRoute = (
  {
    store,
    catalog,
    policy,
    cursors,
    freshness = unknown,
    searchableAfter = 1000,
    now = Date.now,
    ...naming
  }: NamingParts & Pick<ApiParts, "freshness" | "searchableAfter" | "now"> & { cursors: Cursors },
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
      "Scores are sums of fixed weights: a match in a name counts more than one elsewhere, and equals end newest first. " +
      'Pages without end: ask with `"cursor": true`, and send the cursor of each answer with the same search for the next ' +
      "page, whose length you may change; the last page has none. Whatever changes meanwhile, what does not change is " +
      'neither skipped nor repeated. The answer to a GET without a body has `Link: <…>; rel="next"` instead.',
    query: addressSchema.omit({ format: true }),
    body: { schema: searchSchema, types: ["application/json"], examples: EXAMPLES },
    answers: [
      { status: 200, says: "What was found", schema: answerSchema, headers: { Link: "The next page (RFC 8288)" } },
    ],
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
  handle: async (call) => {
    const started = performance.now();
    const { value, inAddress } = await askedIn(call);
    const paged = readPaged(value, call.principal, { catalog, policy, cursors, limits, now: now() });
    call.seen(paged.asked.scope);
    const { waitFor: token, scope } = paged.asked;
    const waiting = { freshness, searchableAfter, most: Math.min(LONGEST_WAIT, limits.searchMilliseconds / 2) };
    const vain = token === undefined ? undefined : await waitFor(token, scope, waiting, call.signal);
    // Asked first: what comes in meanwhile may not be found.
    const fresh = freshness();
    const named = namingStore({ store, catalog, policy, ...naming }, call.principal, limits);
    const answer = await named.search(paged.asked.request, paged.asked.scope, call.signal);
    const cursor = paged.wanted || inAddress ? nextCursor(paged, answer.hits) : undefined;
    const shown = answerShown(
      vain === undefined ? answer : { ...answer, complete: false, reasons: [...answer.reasons, vain] },
      paged.asked,
      { catalog, freshness: await fresh },
      Math.round(performance.now() - started),
    );
    const response = json({ ...shown, ...(paged.wanted && cursor !== undefined ? { cursor } : {}) });
    const link = inAddress && cursor !== undefined ? linkTo(call.url, cursor) : undefined;
    if (link !== undefined) response.headers.set("Link", link);
    return response;
  },
});
