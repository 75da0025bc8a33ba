import { z } from "zod";

/** As the API tells it. */
export const pluginReport = z.object({
  plugins: z.array(z.object({ type: z.string(), from: z.string() })),
  refused: z.array(z.object({ from: z.string(), problems: z.array(z.string()).readonly() })),
});

/** What a process was given for plugins: where each resource type comes from, and what was refused and why. */
export type PluginReport = z.infer<typeof pluginReport>;
