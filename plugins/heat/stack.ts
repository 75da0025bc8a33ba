import { z } from "zod";
import { boolean, date, definePlugin, keyword, nameOf, put, putPart, remove, stamp, text } from "../../src/plugin.ts";
import { stackListing } from "./stack-listing.ts";
import { joinResources, resourceFields } from "./stack-resources.ts";

const Word = z.string().nullable().default(null);

const Payload = z.object({
  stack_identity: z.string().min(1).max(255),
  tenant_id: Word,
  username: Word,
  stack_name: Word,
  state: Word,
  state_reason: Word,
  create_at: Word,
  updated_at: Word,
  tags: z.array(z.string()).nullable().default([]),
  description: Word,
});

const ACTIONS = "adopt check create delete restore resume rollback snapshot suspend update".split(" ");
const BEGINS = /\.stack\.(create|adopt)\./;

/**
 * Stacks of Heat, for their own project. Heat lists stacks inside stacks only when asked, but its events do not tell which
 * those are, nor what a stack holds and gives: `parent`, `nested`, `resources` and `outputs` are known after a listing.
 *
 * `orchestration.autoscaling.*` is left out: it repeats the state of the stack that holds the group, which has events of its own.
 */
export const stack = definePlugin({
  type: "OS::Heat::Stack",
  events: ACTIONS.flatMap((action) => ["start", "end", "error"].map((end) => `orchestration.stack.${action}.${end}`)),
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    description: text(),
    status: keyword({ facet: true }),
    status_reason: text({ weight: 1 }),
    project_id: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("project_id"),
    username: keyword({ facet: true }),
    created_at: date(),
    updated_at: date(),
    tags: keyword({ facet: true }),
    parent: keyword({ refersTo: "OS::Heat::Stack" }),
    nested: boolean({ facet: true }),
    outputs: keyword(),
    ...resourceFields,
  },
  access: { owner: "project_id" },
  changed: ["updated_at", "created_at"],
  hiddenBy: "nested",
  join: { outputs: (rows) => ({ outputs: rows.map(({ key }) => key) }), resources: joinResources },
  apply: ({ eventType, payload, observed }) => {
    const told = Payload.parse(payload);
    const { stack_identity: id, create_at: created_at, updated_at } = told;
    const at = stamp(observed, updated_at, created_at);
    if (eventType === "orchestration.stack.delete.end") return [remove(id, at, { final: true })];
    const { stack_name: name, state: status, state_reason: status_reason, description, tags } = told;
    const owner = { project_id: told.tenant_id, username: told.username };
    return [
      put(id, { id, name, status, status_reason, created_at, updated_at, tags: tags ?? [] }, at),
      putPart(id, "described", { description }, at),
      // Later events name whoever acted, and that one's project: an administrator's, for instance. The first is the owner.
      ...(BEGINS.test(eventType) ? [putPart(id, "owner", owner, stamp(observed, created_at))] : []),
    ];
  },
  list: stackListing,
});
