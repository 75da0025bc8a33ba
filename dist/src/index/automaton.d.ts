import type { Regexp } from "./regexp.ts";
/**
 * A regular expression as a table: a text is matched in one step a character, whatever the expression. Class `i` are the
 * characters from `bounds[i]` up to the next bound; `next[state * bounds.length + class]` is the state after, -1 for none.
 */
export type Automaton = {
    readonly bounds: readonly number[];
    readonly next: Int32Array;
    readonly accepts: readonly boolean[];
};
/** @throws SearchlightError `bad-request` for an expression that is too complex */
export declare function automatonOf(regexp: Regexp): Automaton;
/** Whether the whole of a text matches. */
export declare function accepts({ bounds, next, accepts }: Automaton, text: string): boolean;
