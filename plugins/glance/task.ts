import { z } from "zod";
import { date, definePlugin, keyword, nameOf, put, putPart, remove, stamp, text } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const Task = z.object({
  id: z.string().min(1).max(255),
  type: Word,
  status: Word,
  owner: Word,
  created_at: Word,
  updated_at: Word,
  expires_at: Word,
});

const Told = Task.extend({ message: Word, deleted: z.boolean().nullish(), deleted_at: z.string().nullish() });
const Page = z.object({ tasks: z.array(z.unknown()), next: z.string().optional() });

/**
 * Tasks of Glance (imports of images), for administrators: by default nobody else may list them. Glance forgets a task that
 * has expired without saying so.
 *
 * `task.run` is left out: it is sent when a task has ended, with what the task was when it began.
 */
export const task = definePlugin({
  type: "OS::Glance::Task",
  events: ["create", "processing", "success", "failure"].map((action) => `task.${action}`),
  schema: {
    id: keyword(),
    type: keyword({ facet: true }),
    status: keyword({ facet: true }),
    owner: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("owner"),
    message: text(),
    created_at: date(),
    updated_at: date(),
    expires_at: date(),
  },
  access: { adminOnly: true },
  shared: { project_id: "owner" },
  changed: ["updated_at", "created_at"],
  apply: ({ payload, observed }) => {
    const { message, deleted, deleted_at, ...fields } = Told.parse(payload);
    const at = stamp(observed, deleted_at, fields.updated_at, fields.created_at);
    if (deleted) return [remove(fields.id, at, { final: true })];
    // The listing does not tell the message, so it is a part of its own.
    return [put(fields.id, fields, at), putPart(fields.id, "ended", { message }, at)];
  },
  list: {
    service: "image",
    perProject: false,
    rules: ["tasks_api_access"],
    requests: () => [
      {
        path: "/v2/tasks?limit=200",
        items: (answer) => Page.parse(answer).tasks,
        next: (answer) => Page.parse(answer).next,
      },
    ],
    map: (item, { observed }) => {
      const fields = Task.parse(item);
      return [put(fields.id, fields, stamp(observed, fields.updated_at, fields.created_at))];
    },
  },
});
