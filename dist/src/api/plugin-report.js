import { z } from "zod";
/** As the API tells it. */
export const pluginReport = z.object({
    plugins: z.array(z.object({ type: z.string(), from: z.string() })),
    refused: z.array(z.object({ from: z.string(), problems: z.array(z.string()).readonly() })),
});
