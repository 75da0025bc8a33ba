import { type Clause } from "./clause.ts";
/** Any of the words, or as many as asked for, of the last only its start: what a search box asks while one types. */
export declare const matchBoolPrefix: Clause;
