import { z } from "zod";
import { keyword, nested, putPart, type EachListing, type Fields } from "../../src/plugin.ts";
import { Asked, belowStack } from "./stack-path.ts";

const Word = z.string().nullable().default(null);

const Held = z.object({
  resource_name: z.string().min(1).max(255),
  resource_type: Word,
  resource_status: Word,
  physical_resource_id: Word,
  links: z.array(z.object({ rel: z.string() })).default([]),
});
type Held = z.infer<typeof Held>;

const Resources = z.object({ resources: z.array(z.unknown()) });

/** What Heat's own types make elsewhere, where the physical id is that one's id: the field that has the ids, and their type. */
const MADE = {
  stacks: { type: "OS::Heat::Stack", by: ["OS::Heat::Stack"] },
  images: { type: "OS::Glance::Image", by: ["OS::Glance::WebImage", "OS::Glance::Image"] },
  queues: { type: "OS::Zaqar::Queue", by: ["OS::Zaqar::Queue"] },
  subscriptions: { type: "OS::Zaqar::Subscription", by: ["OS::Zaqar::Subscription", "OS::Zaqar::MistralTrigger"] },
  projects: { type: "OS::Keystone::Project", by: ["OS::Keystone::Project"] },
  users: { type: "OS::Keystone::User", by: ["OS::Keystone::User"] },
  deployments: {
    type: "OS::Heat::SoftwareDeployment",
    by: ["OS::Heat::SoftwareDeployment", "OS::Heat::StructuredDeployment"],
  },
  configs: {
    type: "OS::Heat::SoftwareConfig",
    by: ["CloudConfig", "MultipartMime", "SoftwareConfig", "StructuredConfig"].map((kind) => `OS::Heat::${kind}`),
  },
} as const satisfies { [field: string]: { type: string; by: readonly string[] } };
type Made = keyof typeof MADE;
const FIELDS = Object.keys(MADE) as Made[];

const OBJECT = {
  name: keyword(),
  type: keyword({ facet: true }),
  status: keyword({ facet: true }),
  physical_resource_id: keyword(),
};

/** What a stack holds, one by one, and by type what that is the id of. Free text finds an id among the resources. */
export const resourceFields = {
  resources: nested(OBJECT),
  ...Object.fromEntries(FIELDS.map((field) => [field, keyword({ weight: 0, refersTo: MADE[field].type })])),
};

/** Where the physical id is an id of ours. Whatever holds a nested stack, of any type, links to it. */
function madeBy({ resource_type, links }: Held): Made | undefined {
  if (links.some(({ rel }) => rel === "nested")) return "stacks";
  return FIELDS.find((field) => (MADE[field].by as readonly string[]).includes(resource_type ?? ""));
}

/** A resource as a part; `refers` names the field that has `id`, which for a queue is its project's and its name. */
function partOf(held: Held, projectId: string): Fields {
  const { resource_type: type, resource_status: status } = held;
  const physical_resource_id = held.physical_resource_id || null;
  const refers = physical_resource_id === null ? undefined : madeBy(held);
  const id = refers === "queues" ? `${projectId}/${physical_resource_id}` : physical_resource_id;
  return { type, status, physical_resource_id, ...(refers === undefined ? {} : { refers, id }) };
}

/** What the parts `resources/<name>` add to a stack. */
export function joinResources(rows: readonly { readonly key: string; readonly fields: Fields }[]): Fields {
  const idsOf = (field: Made): string[] =>
    rows.flatMap(({ fields: { refers, id } }) => (refers === field && typeof id === "string" ? [id] : []));
  const shown = Object.keys(OBJECT).filter((name) => name !== "name");
  const resources = rows.map(({ key: name, fields }) => ({
    name,
    ...Object.fromEntries(shown.map((field) => [field, fields[field] ?? null])),
  }));
  return { resources, ...Object.fromEntries(FIELDS.map((field) => [field, idsOf(field)])) };
}

/** What a stack holds itself; what the stacks in it hold is told of those. Heat tells all of it in one answer. */
export const resourceListing: EachListing = {
  parts: ["resources"],
  when: () => true,
  request: (item) => ({
    path: belowStack(item, "resources"),
    items: (answer) => Resources.parse(answer).resources,
  }),
  map: (item, rows, { projectId, observed }) => {
    const { id, project = projectId } = Asked.parse(item);
    return rows.map((row) => {
      const held = Held.parse(row);
      return putPart(id, `resources/${held.resource_name}`, partOf(held, project), { source: 0, observed });
    });
  },
};
