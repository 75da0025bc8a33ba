import { z } from "zod";
/** The cluster that holds the index; undefined when none does. */
export declare const elasticsearch: import("./group.ts").Group<{
    ELASTICSEARCH_URL: z.ZodOptional<z.ZodURL>;
    ELASTICSEARCH_USERNAME: z.ZodOptional<z.ZodString>;
    ELASTICSEARCH_PASSWORD: z.ZodOptional<z.ZodString>;
    ELASTICSEARCH_API_KEY: z.ZodOptional<z.ZodString>;
    ELASTICSEARCH_CA: z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>>;
    ELASTICSEARCH_INDEX_PREFIX: z.ZodDefault<z.ZodString>;
}, {
    node: string;
    prefix: string;
    username: string | undefined;
    password: string | undefined;
    apiKey: string | undefined;
    ca: string | undefined;
} | undefined>;
