import { z } from "zod";
import type { Freshness } from "../index/freshness.ts";
import type { Scope } from "../index/scope.ts";
import { type SearchAnswer } from "../index/store.ts";
/** How complete and how fresh an answer is. */
export declare const honestShape: {
    timed_out: z.ZodBoolean;
    complete: z.ZodBoolean;
    reasons: z.ZodArray<z.ZodString>;
    as_of: z.ZodNullable<z.ZodISODateTime>;
    sources: z.ZodOptional<z.ZodArray<z.ZodObject<{
        source: z.ZodString;
        position: z.ZodInt;
        newest: z.ZodNullable<z.ZodISODateTime>;
        read_at: z.ZodNullable<z.ZodISODateTime>;
    }, z.core.$strip>>>;
};
type Honest = z.output<z.ZodObject<typeof honestShape>>;
/** What is told of an answer besides what was found. Whole seconds for everybody; positions for administrators. */
export declare const honestly: ({ complete, reasons }: Pick<SearchAnswer, "complete" | "reasons">, freshness: Freshness, scope: Scope) => Honest;
/** For answers that are all or nothing. @throws SearchlightError `timed-out` or `store-unavailable`, with the reasons */
export declare function assertWhole({ complete, reasons }: Pick<SearchAnswer, "complete" | "reasons">): void;
export {};
