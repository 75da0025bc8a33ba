import { type Automaton } from "./automaton.ts";
import type { Regexp } from "./regexp.ts";
/**
 * A regular expression ready to be asked for in any engine, and refused in all where it would be in one.
 *
 * @throws SearchlightError `bad-request` for one that is too long or too complex
 */
export declare function compiledRegexp(regexp: Regexp): {
    readonly regexp: Regexp;
    readonly automaton: Automaton;
};
