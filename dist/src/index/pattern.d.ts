import type { Pattern } from "./query.ts";
/** Reads `ubuntu*`, `?`, and `\*` for a star itself; runs of stars are one. */
export declare function parsePattern(text: string): Pattern;
/** Everything that starts with this text. */
export declare const prefixPattern: (text: string) => Pattern;
/** The same pattern with its texts changed, folded for instance. */
export declare const mapPattern: (pattern: Pattern, change: (text: string) => string) => Pattern;
/** The literal text that every match starts with; "" when it starts with a wildcard. */
export declare const literalPrefix: (pattern: Pattern) => string;
/** True for exactly `text*`. */
export declare const isPrefix: (pattern: Pattern) => boolean;
/** A predicate for a pattern, in time at most its length times the text's: greedy, going back only to the last star. */
export declare function matcherOf(pattern: Pattern): (text: string) => boolean;
