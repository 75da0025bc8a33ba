import { z } from "zod";
import type { Catalog } from "./catalog.ts";
declare const rules: z.ZodObject<{
    search: z.ZodOptional<z.ZodArray<z.ZodString>>;
    facet: z.ZodOptional<z.ZodArray<z.ZodString>>;
    aggregate: z.ZodOptional<z.ZodArray<z.ZodString>>;
    all_projects: z.ZodOptional<z.ZodArray<z.ZodString>>;
}, z.core.$strict>;
declare const File: z.ZodObject<{
    default: z.ZodOptional<z.ZodObject<{
        search: z.ZodOptional<z.ZodArray<z.ZodString>>;
        facet: z.ZodOptional<z.ZodArray<z.ZodString>>;
        aggregate: z.ZodOptional<z.ZodArray<z.ZodString>>;
        all_projects: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>>;
    types: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
        search: z.ZodOptional<z.ZodArray<z.ZodString>>;
        facet: z.ZodOptional<z.ZodArray<z.ZodString>>;
        aggregate: z.ZodOptional<z.ZodArray<z.ZodString>>;
        all_projects: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>>>;
}, z.core.$strict>;
/** What a policy file says: for all types, and for some of them, who may do what. */
export type PolicyFile = z.output<typeof File>;
/** What a caller may do with the resources of a type. All but `search` need `search` too. */
export type Action = keyof z.output<typeof rules>;
/**
 * What a policy file's text says, checked: YAML or JSON; nothing in it says nothing.
 *
 * @throws SearchlightError `bad-configuration` with every mistake and its line
 */
export declare function readPolicyFile(text: string, catalog: Catalog): PolicyFile;
export {};
