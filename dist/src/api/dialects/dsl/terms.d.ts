import { type Clause } from "./clause.ts";
/** Whole values. */
export declare const term: Clause;
/** Any of a list of whole values. */
export declare const terms: Clause;
/** The field has a value. */
export declare const exists: Clause;
/** Resources by their ids, of one type or of any. */
export declare const ids: Clause;
