import { z } from "zod";
/** As the API tells it. */
export declare const pluginReport: z.ZodObject<{
    plugins: z.ZodArray<z.ZodObject<{
        type: z.ZodString;
        from: z.ZodString;
    }, z.core.$strip>>;
    refused: z.ZodArray<z.ZodObject<{
        from: z.ZodString;
        problems: z.ZodReadonly<z.ZodArray<z.ZodString>>;
    }, z.core.$strip>>;
}, z.core.$strip>;
/** What a process was given for plugins: where each resource type comes from, and what was refused and why. */
export type PluginReport = z.infer<typeof pluginReport>;
