import { SearchlightError } from "../errors.js";
import { automatonOf } from "./automaton.js";
import { regexpText } from "./regexp-text.js";
/** The longest text of a regular expression, written out: Elasticsearch takes 1,000 characters with a field's name. */
const LENGTH = 700;
/**
 * A regular expression ready to be asked for in any engine, and refused in all where it would be in one.
 *
 * @throws SearchlightError `bad-request` for one that is too long or too complex
 */
export function compiledRegexp(regexp) {
    if (regexpText(regexp).length > LENGTH)
        throw new SearchlightError("bad-request", `the regular expression is longer than ${LENGTH} signs, written out`);
    return { regexp, automaton: automatonOf(regexp) };
}
