import { z } from "zod";
import { SearchlightError } from "../../errors.ts";
import { versionOf } from "../../index/hit.ts";
import { SEARCHING } from "../dialects/types.ts";
import { documentOf } from "../hits.ts";
import type { Limits } from "../limits.ts";
import { namingStore, type NamingParts } from "../names/store.ts";
import { readerOf } from "../permission.ts";
import { json, NO_BODY, READERS, type GuardedRoute } from "./route.ts";

const answer = z.object({
  _index: z.string(),
  _type: z.string(),
  _id: z.string(),
  _version: z.int(),
  _source: z.record(z.string(), z.unknown()),
});

/** One resource by its id, which may hold slashes. There is no telling one that is hidden from one that is not there. */
export const resourcesRoute = (parts: NamingParts, limits: Limits): GuardedRoute => ({
  ...READERS,
  ...NO_BODY,
  methods: ["GET"],
  path: "/v1/resources/{type}/{id}",
  says: {
    summary: "Read one resource",
    description: "What you may read by id may be more than searches list: pending shares, community images.",
    path: z.object({
      type: z.string().describe("For example OS::Glance::Image"),
      id: z.string().describe("Percent-encoded where it holds slashes"),
    }),
    answers: [{ status: 200, says: "The resource, as you may see it", schema: answer }],
    fails: ["bad-request", "not-found", "store-unavailable"],
  },
  handle: async ({ principal, path: [type = "", id = ""], seen }) => {
    const scope = readerOf(parts.policy, principal, type);
    const hit = scope && (await namingStore(parts, principal, limits).get({ type, id }, scope));
    if (scope) seen(scope);
    if (!hit) throw new SearchlightError("not-found", "There is no such resource, or you may not see it");
    const { type: _type, id: _id } = hit;
    return json({ _index: SEARCHING, _type, _id, _version: versionOf(hit), _source: documentOf(hit) });
  },
});
