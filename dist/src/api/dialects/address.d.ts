import { z } from "zod";
/** A search in an address: `?q=ubuntu&type=…&sort=name,size:desc&limit=10`. */
export declare const addressSchema: z.ZodObject<{
    q: z.ZodOptional<z.ZodString>;
    type: z.ZodOptional<z.ZodString>;
    sort: z.ZodOptional<z.ZodString>;
    _source: z.ZodOptional<z.ZodString>;
    limit: z.ZodOptional<z.ZodString>;
    offset: z.ZodOptional<z.ZodString>;
    all_projects: z.ZodOptional<z.ZodString>;
    cursor: z.ZodOptional<z.ZodString>;
    format: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
/** The body of a search that says the same as these parameters. @throws SearchlightError `bad-request` */
export declare function readAddress(parameters: URLSearchParams): Readonly<Record<string, unknown>>;
