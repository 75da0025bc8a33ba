import { z } from "zod";
import { put, putPart, stamp, type EachListing, type Listing } from "../../src/plugin.ts";
import { Asked, belowStack } from "./stack-path.ts";
import { resourceListing } from "./stack-resources.ts";

const Word = z.string().nullable().default(null);

const Stack = Asked.extend({
  stack_status: Word,
  stack_status_reason: Word,
  stack_owner: Word,
  creation_time: Word,
  updated_time: Word,
  tags: z.array(z.string()).nullable().default([]),
  parent: Word,
});

const Page = z.object({
  stacks: z.array(z.unknown()),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

const Outputs = z.object({ outputs: z.array(z.unknown()) });
const Output = z.object({ output_key: z.string().min(1).max(255) });

/** Of outputs only the names are asked for: values can be secrets. */
const outputListing: EachListing = {
  parts: ["outputs"],
  when: () => true,
  request: (item) => ({ path: belowStack(item, "outputs"), items: (answer) => Outputs.parse(answer).outputs }),
  map: (item, rows, { observed }) => {
    const { id } = Asked.parse(item);
    return rows.map((row) => putPart(id, `outputs/${Output.parse(row).output_key}`, {}, { source: 0, observed }));
  },
};

/**
 * Stacks as Heat tells each project; an administrator's token is told everybody's, with the project named. Heat's list
 * leaves descriptions empty, so nothing is said of them.
 */
export const stackListing: Listing = {
  service: "orchestration",
  perProject: true,
  rules: ["stacks:index", "stacks:list_outputs", "resource:index"],
  requests: () => [
    {
      path: "/stacks?show_nested=true&show_hidden=true&limit=100",
      items: (answer) => Page.parse(answer).stacks,
      next: (answer) => Page.parse(answer).links.find(({ rel }) => rel === "next")?.href,
    },
  ],
  map: (item, { projectId, observed }) => {
    const told = Stack.parse(item);
    const { id, stack_name: name, creation_time: created_at, updated_time: updated_at, parent } = told;
    const { tags } = told;
    const state = { status: told.stack_status, status_reason: told.stack_status_reason };
    return [
      put(
        id,
        { id, name, ...state, created_at, updated_at, tags: tags ?? [] },
        stamp(observed, updated_at, created_at),
      ),
      putPart(
        id,
        "owner",
        { project_id: told.project ?? projectId, username: told.stack_owner },
        stamp(observed, created_at),
      ),
      putPart(id, "listed", { parent, nested: parent !== null }, { source: 0, observed }),
    ];
  },
  each: [outputListing, resourceListing],
};
