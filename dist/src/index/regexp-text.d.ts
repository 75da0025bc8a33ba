import { type Regexp } from "./regexp.ts";
/** A text as a regular expression of nothing but itself. */
export declare const literalText: (value: string) => string;
/** The one text of a regular expression, in the syntax that engines share: all that could be a sign is escaped. */
export declare function regexpText(regexp: Regexp): string;
/** The same for folded text: characters are folded, a range of capital letters is one of small letters too. */
export declare function foldedRegexp(regexp: Regexp): Regexp;
/** The text that every match starts with, as far as it is plain. */
export declare function regexpPrefix(regexp: Regexp): string;
