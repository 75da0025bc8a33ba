import { z } from "zod";
import { type Clause } from "./clause.ts";
/** `and`, `or`, in either case. */
export declare const operator: z.ZodPipe<z.ZodString, z.ZodEnum<{
    and: "and";
    or: "or";
}>>;
/** Any of the words, or as many as asked for, in one field; a field that is no text is compared whole. */
export declare const match: Clause;
/** A word like this: within so many edits, of a character more, less or other, or two neighbours exchanged. */
export declare const fuzzy: Clause;
/** The words side by side, or `slop` steps out of their places. */
export declare const matchPhrase: Clause;
/** The words side by side, of the last only its start. */
export declare const matchPhrasePrefix: Clause;
/** Words in the best of several fields; without fields, in all that the caller may see. */
export declare const multiMatch: Clause;
