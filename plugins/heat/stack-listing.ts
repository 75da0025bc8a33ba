import { z } from "zod";
import { put, putPart, stamp, type Listing } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const Stack = z.object({
  id: z.string().min(1).max(255),
  stack_name: Word,
  stack_status: Word,
  stack_status_reason: Word,
  stack_owner: Word,
  creation_time: Word,
  updated_time: Word,
  tags: z.array(z.string()).nullable().default([]),
  parent: Word,
  project: z.string().optional(),
});

const Page = z.object({
  stacks: z.array(z.unknown()),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

const Outputs = z.object({ outputs: z.array(z.unknown()) });
const Output = z.object({ output_key: z.string().min(1).max(255) });

/**
 * Stacks as Heat tells each project; an administrator's token is told everybody's, with the project named. Heat's list
 * leaves descriptions empty, so nothing is said of them. Of outputs only the names are asked for: values can be secrets.
 */
export const stackListing: Listing = {
  service: "orchestration",
  perProject: true,
  rules: ["stacks:index", "stacks:list_outputs"],
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
  each: {
    parts: ["outputs"],
    when: () => true,
    request: (item) => {
      const { id, stack_name } = Stack.parse(item);
      const path = [stack_name ?? "", id].map(encodeURIComponent).join("/");
      return { path: `/stacks/${path}/outputs`, items: (answer) => Outputs.parse(answer).outputs };
    },
    map: (item, rows, { observed }) => {
      const { id } = Stack.parse(item);
      return rows.map((row) => putPart(id, `outputs/${Output.parse(row).output_key}`, {}, { source: 0, observed }));
    },
  },
};
