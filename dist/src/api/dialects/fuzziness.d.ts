import { z } from "zod";
import type { Edits } from "../../index/query.ts";
/** Words of up to two characters none, up to five one, longer two: as Elasticsearch's `AUTO`. */
export declare const AUTO: Edits;
/** How many edits a word may be away. */
export declare const fuzziness: z.ZodUnion<readonly [z.ZodInt, z.ZodPipe<z.ZodEnum<{
    0: "0";
    1: "1";
    2: "2";
}>, z.ZodTransform<number, "0" | "1" | "2">>, z.ZodPipe<z.ZodString, z.ZodTransform<number | readonly [one: number, two: number], string>>]>;
/** What goes with it, wherever fuzziness may stand. */
export declare const fuzzyOptions: {
    prefix_length: z.ZodDefault<z.ZodInt>;
    max_expansions: z.ZodOptional<z.ZodInt>;
};
