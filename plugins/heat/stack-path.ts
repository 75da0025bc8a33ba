import { z } from "zod";

/** A stack in Heat's list as far as asking more of it takes: `project` is told to administrators alone. */
export const Asked = z.object({
  id: z.string().min(1).max(255),
  stack_name: z.string().nullable().default(null),
  project: z.string().optional(),
});

/** The path of something that Heat tells of one stack. */
export function belowStack(item: unknown, what: string): string {
  const { id, stack_name } = Asked.parse(item);
  return `/stacks/${[stack_name ?? "", id].map(encodeURIComponent).join("/")}/${what}`;
}
