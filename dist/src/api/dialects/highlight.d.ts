import { z } from "zod";
import type { Highlight } from "../../index/highlight.ts";
/** The fields to mark, as an object of names or a list of them; `*` in a name is anything. */
export declare const highlightSchema: z.ZodObject<{
    fields: z.ZodUnion<readonly [z.ZodRecord<z.ZodString, z.ZodObject<{}, z.core.$strict>>, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodObject<{}, z.core.$strict>>>]>;
    pre_tags: z.ZodDefault<z.ZodArray<z.ZodString>>;
    post_tags: z.ZodDefault<z.ZodArray<z.ZodString>>;
    fragment_size: z.ZodDefault<z.ZodInt>;
    number_of_fragments: z.ZodDefault<z.ZodInt>;
}, z.core.$strict>;
/** How the caller wants matches shown. */
export declare const readHighlight: (given: z.output<typeof highlightSchema>) => Highlight;
