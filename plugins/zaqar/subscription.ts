import { z } from "zod";
import { boolean, definePlugin, isJson, keyword, nameOf, long, open, put, type Json } from "../../src/plugin.ts";
import { zaqarList } from "./listing.ts";

const Subscription = z.object({
  id: z.string().min(1).max(255),
  source: z.string().min(1).max(64),
  subscriber: z.string(),
  ttl: z.int().nullable().default(null),
  confirmed: z.boolean().nullable().default(null),
  options: z.record(z.string(), z.custom<Json>(isJson)).nullable().default({}),
});

const Queues = z.object({ queues: z.array(z.object({ name: z.string() })) });
const Page = z.object({ subscriptions: z.array(z.unknown()) });

/** Options with which Zaqar acts for somebody: a token in a header, a trust. */
const SECRET = new Set(["post_headers", "trust_id"]);

/**
 * Subscriptions to queues of Zaqar, which notifies nobody: all is from listings, queue by queue, project by project. How old
 * one is (`age`) is left out: it would be another at every listing.
 */
export const subscription = definePlugin({
  type: "OS::Zaqar::Subscription",
  events: [],
  schema: {
    id: keyword(),
    queue: keyword({ facet: true }),
    queue_id: keyword({ weight: 0, refersTo: "OS::Zaqar::Queue" }),
    project_id: keyword({ refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("project_id"),
    subscriber: keyword(),
    confirmed: boolean({ facet: true }),
    ttl: long(),
    options: open(),
  },
  access: { owner: "project_id" },
  apply: () => [],
  list: {
    service: "messaging",
    perProject: true,
    rules: ["queues:get_all", "subscription:get_all"],
    discover: zaqarList("/v2/queues?limit=20", (answer) => Queues.parse(answer).queues.map(({ name }) => name)),
    requests: (queues) =>
      queues.map((name) =>
        zaqarList(
          `/v2/queues/${encodeURIComponent(String(name))}/subscriptions?limit=20`,
          (answer) => Page.parse(answer).subscriptions,
        ),
      ),
    map: (item, { projectId, observed }) => {
      const { source: queue, options, ...fields } = Subscription.parse(item);
      const told = Object.fromEntries(Object.entries(options ?? {}).filter(([name]) => !SECRET.has(name)));
      const where = { queue, queue_id: `${projectId}/${queue}`, project_id: projectId };
      return [put(fields.id, { ...fields, ...where, options: told }, { source: 0, observed })];
    },
  },
});
