/** Characters from one code point to another, both included. */
export type CodeRange = readonly [first: number, last: number];
/** A regular expression, read: a character of some ranges, parts in a row, one of several, a part so many times over. */
export type Regexp = {
    readonly kind: "set";
    readonly ranges: readonly CodeRange[];
} | {
    readonly kind: "row";
    readonly of: readonly Regexp[];
} | {
    readonly kind: "either";
    readonly of: readonly Regexp[];
} | {
    readonly kind: "times";
    readonly of: Regexp;
    readonly least: number;
    readonly most: number | undefined;
};
/** In order, apart, and none of the signs below `LEAST`. */
export declare function tidy(ranges: readonly CodeRange[]): CodeRange[];
/**
 * Reads a regular expression: `.`, `[a-z]`, `[^a]`, `(a|b)`, `*`, `+`, `?`, `{2,5}`, `\d`, `\w`, `\s` and `\` before a
 * sign. It means the whole of a value.
 *
 * @throws SearchlightError `bad-request`, saying where
 */
export declare function parseRegexp(text: string): Regexp;
