import { type Clause } from "./clause.ts";
/** Values, or words of a text, that start with this. */
export declare const prefix: Clause;
/** Values, or words of a text, like this: `*` is anything, `?` any one character, `\` makes either literal. */
export declare const wildcard: Clause;
/** Values, or words of a text, like a regular expression as a whole; in time that grows with their length only. */
export declare const regexp: Clause;
