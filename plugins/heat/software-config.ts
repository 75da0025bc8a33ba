import { z } from "zod";
import { date, definePlugin, keyword, nameOf, put, stamp, text } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const Config = z.object({
  id: z.string().min(1).max(255),
  name: Word,
  group: Word,
  creation_time: Word,
  project: z.string().optional(),
});

const Page = z.object({ software_configs: z.array(z.unknown()) });

/**
 * Software configurations of Heat, which notifies of none: all is from listings. An administrator's token is told
 * everybody's, with the project named. What they run, and with what, is not asked for: it can be secret.
 */
export const softwareConfig = definePlugin({
  type: "OS::Heat::SoftwareConfig",
  events: [],
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    group: keyword({ facet: true }),
    project_id: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("project_id"),
    created_at: date(),
  },
  access: { owner: "project_id" },
  changed: ["created_at"],
  apply: () => [],
  list: {
    service: "orchestration",
    perProject: true,
    rules: ["software_configs:index"],
    requests: () => [
      {
        path: "/software_configs?limit=100",
        items: (answer) => Page.parse(answer).software_configs,
        // Heat links to no next page, and may have pages shorter than asked for: the empty one is the end.
        next: (answer) => {
          const last = Page.parse(answer).software_configs.at(-1);
          return last === undefined ? undefined : `?limit=100&marker=${encodeURIComponent(Config.parse(last).id)}`;
        },
      },
    ],
    map: (item, { projectId, observed }) => {
      const { id, name, group, creation_time: created_at, project } = Config.parse(item);
      return [put(id, { id, name, group, created_at, project_id: project ?? projectId }, stamp(observed, created_at))];
    },
  },
});
