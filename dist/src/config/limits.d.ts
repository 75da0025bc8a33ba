import { z } from "zod";
/** What one request may cost, and a project ask for: only what was set, for the API knows what to do without. */
export declare const limits: import("./group.ts").Group<{
    SEARCHLIGHT_MAX_BODY: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_DEPTH: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_CLAUSES: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_BUCKETS: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_PAGE: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_WINDOW: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_SECONDS: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_REQUESTS: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_MAX_CONCURRENT: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
}, {
    buckets?: number;
    clauses?: number;
    concurrent?: number;
    depth?: number;
    page?: number;
    requests?: number;
    searchBytes?: number;
    searchMilliseconds?: number;
    window?: number;
}>;
