import { z } from "zod";
/** Where metrics are told without a token; undefined where they are for administrators alone. */
export declare const metrics: import("./group.ts").Group<{
    SEARCHLIGHT_METRICS_PORT: z.ZodOptional<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_METRICS_HOST: z.ZodDefault<z.ZodString>;
}, {
    host: string;
    port: number;
} | undefined>;
