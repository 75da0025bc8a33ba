import { z } from "zod";
import { definePlugin, isJson, keyword, open, put, text, type Json } from "../../src/plugin.ts";

const Queue = z.object({
  name: z.string().min(1).max(64),
  metadata: z.record(z.string(), z.custom<Json>(isJson)).default({}),
});

const Page = z.object({
  queues: z.array(z.unknown()),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

/** Zaqar wants to know who is reading, as a UUID; nothing depends on which. */
const CLIENT = { "Client-ID": "5b8c2a4e-9d0f-4b67-8f21-7c3e5a1d9b40" };

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
    project_id: keyword(),
    metadata: open(),
  },
  access: { owner: "project_id" },
  apply: () => [],
  list: {
    service: "messaging",
    perProject: true,
    requests: () => [
      {
        path: "/v2/queues?detailed=true&limit=20",
        headers: CLIENT,
        items: (answer) => Page.parse(answer).queues,
        // Zaqar links to a next page from the last one too: the empty page is the end.
        next: (answer) => {
          const { queues, links } = Page.parse(answer);
          return queues.length > 0 ? links.find(({ rel }) => rel === "next")?.href : undefined;
        },
      },
    ],
    map: (item, { projectId, observed }) => {
      const { name, metadata } = Queue.parse(item);
      const id = `${projectId}/${name}`;
      return [put(id, { id, name, project_id: projectId, metadata }, { source: 0, observed })];
    },
  },
});
