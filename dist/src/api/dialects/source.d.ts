import { z } from "zod";
import { type Fields } from "../../index/json.ts";
/** Which fields of the documents to return: names with `*`, or true and false for all and none. */
export declare const sourceSchema: z.ZodUnion<readonly [z.ZodBoolean, z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>, z.ZodObject<{
    include: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    includes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    exclude: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    excludes: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
}, z.core.$strict>]>;
/** Makes of a document what is to be returned; undefined where no document is wanted. */
export type Picker = ((source: Fields) => Fields) | undefined;
/** Reads `_source`. A name stands for all below it: `properties` is `properties.*`. */
export declare function readSource(given: z.output<typeof sourceSchema> | null | undefined, at: string): Picker;
