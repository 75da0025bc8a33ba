// @ts-check
import { date, definePlugin, keyword, put, remove, stamp, text } from "searchlight/plugin";
import { z } from "zod";

/** What the service sends. A payload that is not like this goes to the dead letters, with the names of the wrong fields. */
const Payload = z.object({
  id: z.string().min(1).max(255),
  name: z.string().nullable().default(null),
  status: z.string().nullable().default(null),
  project_id: z.string(),
  created_at: z.string().nullable().default(null),
  updated_at: z.string().nullable().default(null),
});

/** A rocket is its project's. Everything that can be said here is told in searchlight/plugin. */
export default definePlugin({
  kit: 1,
  type: "OS::Acme::Rocket",
  events: ["rocket.create", "rocket.update", "rocket.delete"],
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    status: keyword({ facet: true }),
    project_id: keyword(),
    created_at: date(),
    updated_at: date(),
  },
  access: { owner: "project_id" },
  changed: ["updated_at", "created_at"],
  apply: ({ eventType, payload, observed }) => {
    const told = Payload.parse(payload);
    const at = stamp(observed, told.updated_at, told.created_at);
    // final: no other rocket ever gets this id. Say false where a name is the id, and may be used again.
    if (eventType === "rocket.delete") return [remove(told.id, at, { final: true })];
    return [put(told.id, told, at)];
  },
});
