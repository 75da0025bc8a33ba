import { z } from "zod";
import { boolean, definePlugin, keyword, put, remove, text } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const User = z.object({
  id: z.string().min(1).max(255),
  name: Word,
  description: Word,
  email: Word,
  domain_id: Word,
  default_project_id: Word,
  enabled: z.boolean().nullable().default(null),
});

const Page = z.object({ users: z.array(z.unknown()) });
const Deleted = z.object({ resource_info: z.string().min(1).max(255) });

/**
 * Users of Keystone, for administrators, and each for the user itself: nobody else may list or read them. Events tell an id and nothing more, so only a deletion
 * says something. A user from a directory (LDAP) has the same id again when it comes back, so a deletion is not final.
 */
export const user = definePlugin({
  type: "OS::Keystone::User",
  events: ["identity.user.deleted"],
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    description: text(),
    email: keyword(),
    domain_id: keyword({ facet: true }),
    default_project_id: keyword({ refersTo: "OS::Keystone::Project" }),
    enabled: boolean({ facet: true }),
  },
  access: { self: "id" },
  apply: ({ payload, observed }) => {
    const { resource_info: id } = Deleted.parse(payload);
    return [remove(id, { source: 0, observed }, { final: false })];
  },
  list: {
    service: "identity",
    perProject: false,
    rules: ["identity:list_users"],
    requests: () => [{ path: "/v3/users", items: (answer) => Page.parse(answer).users }],
    map: (item, { observed }) => {
      const fields = User.parse(item);
      return [put(fields.id, fields, { source: 0, observed })];
    },
  },
});
