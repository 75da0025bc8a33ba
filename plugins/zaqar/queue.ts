import { z } from "zod";
import { definePlugin, isJson, keyword, nameOf, open, put, text, type Json } from "../../src/plugin.ts";
import { zaqarList } from "./listing.ts";

const Queue = z.object({
  name: z.string().min(1).max(64),
  metadata: z.record(z.string(), z.custom<Json>(isJson)).default({}),
});

const Page = z.object({ queues: z.array(z.unknown()) });

/**
 * Queues of Zaqar, which notifies nobody: all is from listings, a project at a time, for Zaqar answers only for the
 * token's own. A queue has no id, and its name may be used again; no time of its own either, so the later listing is right.
 */
export const queue = definePlugin({
  type: "OS::Zaqar::Queue",
  events: [],
  schema: {
    id: keyword({ weight: 0 }),
    name: text({ weight: 4 }),
    project_id: keyword({ refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("project_id"),
    metadata: open(),
  },
  access: { owner: "project_id" },
  apply: () => [],
  list: {
    service: "messaging",
    perProject: true,
    rules: ["queues:get_all"],
    requests: () => [zaqarList("/v2/queues?detailed=true&limit=20", (answer) => Page.parse(answer).queues)],
    map: (item, { projectId, observed }) => {
      const { name, metadata } = Queue.parse(item);
      const id = `${projectId}/${name}`;
      return [put(id, { id, name, project_id: projectId, metadata }, { source: 0, observed })];
    },
  },
});
