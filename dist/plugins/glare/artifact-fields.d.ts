import { z } from "zod";
import { type Stamp } from "../../src/plugin.ts";
/** What events and listings both tell of an artifact. */
export declare const ArtifactFields: z.ZodObject<{
    id: z.ZodString;
    name: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    description: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    version: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    visibility: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    status: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    owner: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    created_at: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    updated_at: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    activated_at: z.ZodDefault<z.ZodNullable<z.ZodString>>;
}, z.core.$strip>;
/**
 * Events tell microseconds and listings whole seconds of the same moment. Compared as they are, a listing would lose to
 * an older event of its second, and repair nothing: so both count whole seconds, and then when they were observed.
 */
export declare const artifactStamp: ({ updated_at, created_at }: z.infer<typeof ArtifactFields>, observed: number) => Stamp;
