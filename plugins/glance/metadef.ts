import { z } from "zod";
import {
  boolean,
  clearParts,
  date,
  definePlugin,
  keyword,
  nameOf,
  nested,
  put,
  stamp,
  text,
} from "../../src/plugin.ts";
import { metadefListing, Namespace, namespaceFields } from "./metadef-listing.ts";
import { emptied, heldTold, type Parts } from "./metadef-parts.ts";

const Renamed = Namespace.extend({ namespace_old: z.string().nullish() });
/** Children by the kind in their events' names: `metadef_tag.create`. */
const KINDS: { readonly [kind: string]: Parts } = {
  object: "objects",
  property: "properties",
  resource_type: "resource_types",
  tag: "tags",
};
const CLEARS = ["objects", "properties", "tags"];

/**
 * Namespaces of Glance's metadata definitions with what they hold, found by their name. Their owner lists them, and
 * everybody does once they are public. A namespace that is renamed is another one, which has what it holds again after a
 * listing: the event does not tell it.
 */
export const metadef = definePlugin({
  type: "OS::Glance::Metadef",
  events: [
    ...["create", "update", "delete", ...CLEARS.map((parts) => `delete_${parts}`)].map(
      (action) => `metadef_namespace.${action}`,
    ),
    ...Object.keys(KINDS).flatMap((kind) =>
      ["create", "update", "delete"].map((action) => `metadef_${kind}.${action}`),
    ),
  ].filter((event) => event !== "metadef_resource_type.update"),
  schema: {
    id: keyword({ weight: 0 }),
    name: text({ weight: 4 }),
    namespace: keyword(),
    display_name: text({ weight: 3 }),
    description: text(),
    visibility: keyword({ facet: true }),
    protected: boolean({ facet: true }),
    owner: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("owner"),
    created_at: date(),
    updated_at: date(),
    objects: nested({ name: text(), description: text(), required: keyword(), properties: keyword() }),
    properties: nested({
      name: text(),
      title: text(),
      description: text(),
      type: keyword({ facet: true }),
      default: keyword(),
      enum: keyword(),
    }),
    resource_types: nested({ name: keyword({ facet: true }), prefix: keyword(), properties_target: keyword() }),
    tags: keyword({ facet: true }),
  },
  access: { owner: "owner", public: { visibility: "public" } },
  shared: { project_id: "owner" },
  changed: ["updated_at", "created_at"],
  join: {
    ...Object.fromEntries(
      ["objects", "properties", "resource_types"].map((parts) => [
        parts,
        (rows) => ({ [parts]: rows.map(({ fields }) => fields) }),
      ]),
    ),
    tags: (rows) => ({ tags: rows.map(({ key }) => key) }),
  },
  apply: ({ eventType, payload, observed }) => {
    const [kind = "", action] = eventType.replace(/^metadef_/, "").split(".");
    if (kind !== "namespace") return KINDS[kind] ? heldTold(KINDS[kind], action, payload, observed) : [];
    const { namespace_old: old, ...fields } = Renamed.parse(payload);
    const id = fields.namespace;
    if (action === "delete") return emptied(id, observed);
    if (action?.startsWith("delete_")) return [clearParts(id, action.slice("delete_".length), { source: 0, observed })];
    const told = put(id, namespaceFields(fields), stamp(observed, fields.updated_at, fields.created_at));
    return old && old !== id ? [...emptied(old, observed), told] : [told];
  },
  list: metadefListing,
});
