import { z } from "zod";
import { put, putPart, stamp } from "../../src/plugin.js";
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
/**
 * Stacks as Heat tells each project; an administrator's token is told everybody's, with the project named. Heat's list
 * leaves descriptions empty, so nothing is said of them.
 */
export const stackListing = {
    service: "orchestration",
    perProject: true,
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
            put(id, { id, name, ...state, created_at, updated_at, tags: tags ?? [] }, stamp(observed, updated_at, created_at)),
            putPart(id, "owner", { project_id: told.project ?? projectId, username: told.stack_owner }, stamp(observed, created_at)),
            putPart(id, "listed", { parent, nested: parent !== null }, { source: 0, observed }),
        ];
    },
};
