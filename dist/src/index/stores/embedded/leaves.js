import { accepts } from "../../automaton.js";
import { isPrefix, literalPrefix, matcherOf } from "../../pattern.js";
import { regexpPrefix } from "../../regexp-text.js";
import { emptyBits, hasBit, setBit } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { checkpoint } from "./interrupt.js";
import { listed } from "./growable.js";
import { ranksFrom, ranksWithin } from "./dictionary.js";
import { slotsWithSome } from "./fuzzy.js";
import { bestOf } from "./matches.js";
import { slotsWithNear } from "./near.js";
import { addPostings } from "./postings.js";
import { slotsWithWords } from "./words.js";
const none = (domain) => emptyBits(domain.length * 32);
/** Slots with any of these values, whole. */
export function withTerms({ views }, key, values, domain) {
    const bits = none(domain);
    const column = views.exact.get(key);
    for (const value of column ? values : []) {
        const code = codeOf(column.dictionary, value);
        if (code !== undefined)
            addPostings(bits, column.postings, code, domain);
    }
    return bits;
}
/** Slots with a value whose rank is one of these, and whose value passes the test, where there is one. */
function withRanks(column, { low, high }, domain, test) {
    const bits = none(domain);
    const { sorted, values } = column.dictionary;
    for (let rank = low; rank < high; rank++) {
        checkpoint();
        const code = sorted[rank];
        if (!test || test(String(values[code])))
            addPostings(bits, column.postings, code, domain);
    }
    return bits;
}
export function withinRange({ views }, { key, numbers, bounds }, domain) {
    const column = (numbers ? views.numbers : views.exact).get(key);
    return column ? withRanks(column, ranksWithin(column.dictionary, bounds), domain) : none(domain);
}
export function existing({ views }, key, domain) {
    const bits = none(domain);
    const column = views.exact.get(key);
    for (const slot of column ? listed(column.rows.slots) : []) {
        if (hasBit(domain, slot))
            setBit(bits, slot);
    }
    return bits;
}
/** Half of a character beyond U+FFFF: matched with its other half or not at all. */
const HALF_AT_END = /[\ud800-\udbff]$/;
/**
 * A test of the values that start as the pattern does; none where that is all it asks. A cheap necessary condition first,
 * for most values of a field fail it.
 */
function patternTest(pattern) {
    if (isPrefix(pattern) && !HALF_AT_END.test(literalPrefix(pattern)))
        return undefined;
    const texts = pattern.flatMap((part) => (typeof part === "object" ? [part.text] : []));
    const exactly = matcherOf(pattern);
    return (value) => texts.every((text) => value.includes(text)) && exactly(value);
}
function matchingText({ views }, tests, domain) {
    const places = tests.flatMap(({ key, on, weight, prefix, test }) => {
        const column = views[on].get(key);
        return column ? [{ weight, bits: withRanks(column, ranksFrom(column.dictionary, prefix), domain, test) }] : [];
    });
    return bestOf(places, none(domain));
}
export const matchingPattern = (index, targets, domain) => matchingText(index, targets.map((to) => ({ ...to, prefix: literalPrefix(to.pattern), test: patternTest(to.pattern) })), domain);
export const matchingRegexp = (index, targets, domain) => matchingText(index, targets.map((to) => ({ ...to, prefix: regexpPrefix(to.regexp), test: (text) => accepts(to.automaton, text) })), domain);
/** The best of the fields whose words pass. */
function inWords({ views }, fields, pass, domain) {
    const places = fields.flatMap(({ key, weight }) => {
        const column = views.words.get(key);
        return column ? [{ weight, bits: pass(column) }] : [];
    });
    return bestOf(places, none(domain));
}
export const withWords = (index, { fields, words, mode }, domain) => inWords(index, fields, (column) => slotsWithWords(column, words, mode, domain), domain);
export const withNear = (index, near, domain) => inWords(index, near.fields, (column) => slotsWithNear(column, near, domain), domain);
export const withSome = (index, { targets }, domain) => bestOf(targets.map((target) => ({ weight: target.weight, bits: slotsWithSome(index, target, domain) })), none(domain));
