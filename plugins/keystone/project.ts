import { z } from "zod";
import { boolean, definePlugin, keyword, put, remove, text } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const Project = z.object({
  id: z.string().min(1).max(255),
  name: Word,
  description: Word,
  domain_id: Word,
  parent_id: Word,
  enabled: z.boolean().nullable().default(null),
  tags: z.array(z.string()).default([]),
});

const Page = z.object({ projects: z.array(z.unknown()) });
const Deleted = z.object({ resource_info: z.string().min(1).max(255) });

/**
 * Projects of Keystone, each for its own people: those whose token is of the project may read its name, as Keystone's
 * default policy has it, and nobody else but administrators.
 *
 * Keystone's events tell an id and nothing more, so only a deletion says something; the rest is from the listing. A
 * project tells no time of its own, so the later listing is right. What hangs below a domain that is deleted goes with
 * the next listing.
 */
export const project = definePlugin({
  type: "OS::Keystone::Project",
  events: ["identity.project.deleted"],
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    description: text(),
    domain_id: keyword({ facet: true }),
    parent_id: keyword({ refersTo: "OS::Keystone::Project" }),
    enabled: boolean({ facet: true }),
    tags: keyword({ facet: true }),
  },
  access: { owner: "id" },
  apply: ({ payload, observed }) => {
    const { resource_info: id } = Deleted.parse(payload);
    return [remove(id, { source: 0, observed }, { final: true })];
  },
  list: {
    service: "identity",
    perProject: false,
    rules: ["identity:list_projects"],
    requests: () => [{ path: "/v3/projects", items: (answer) => Page.parse(answer).projects }],
    map: (item, { observed }) => {
      const fields = Project.parse(item);
      return [put(fields.id, fields, { source: 0, observed })];
    },
  },
});
