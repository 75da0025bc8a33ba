import { type Clause } from "./clause.ts";
/** Values between bounds: numbers, dates (in part or calculated), texts by code point, versions as versions. */
export declare const range: Clause;
