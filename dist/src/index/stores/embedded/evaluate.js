import { addBits, eachSlot, emptyBits, setBit, without } from "./bitset.js";
import { checkpoint } from "./interrupt.js";
import { existing, matchingPattern, matchingRegexp, withinRange, withNear, withSome, withTerms, withWords, } from "./leaves.js";
import { addScores, boosted } from "./matches.js";
import { borrow } from "./scratch.js";
/**
 * The slots of a domain that a query matches, with their scores: what `matcher` says of each entry, for all at once.
 * **Invariant:** the result lies within the domain, and no slot outside it was looked at to make it.
 */
export function evaluate(query, index, domain) {
    checkpoint();
    switch (query.kind) {
        case "all":
            return { bits: domain, scores: 1 };
        case "none":
            return { bits: emptyBits(domain.length * 32), scores: 0 };
        case "and":
            return allOf(query.of, index, domain);
        case "or":
            return someOf(query.of, query.atLeast, index, domain);
        case "not":
            return { bits: without(domain, evaluate(query.of, index, domain).bits), scores: 0 };
        case "filter":
            return { bits: evaluate(query.of, index, domain).bits, scores: 0 };
        case "boost":
            return boosted(evaluate(query.of, index, domain), query.by);
        case "terms":
            return { bits: withTerms(index, query.key, query.values, domain), scores: 1 };
        case "range":
            return { bits: withinRange(index, query, domain), scores: 1 };
        case "exists":
            return { bits: existing(index, query.key, domain), scores: 1 };
        case "pattern":
            return matchingPattern(index, query.targets, domain);
        case "regexp":
            return matchingRegexp(index, query.targets, domain);
        case "words":
            return withWords(index, query, domain);
        case "near":
            return withNear(index, query, domain);
        case "some":
            return withSome(index, query, domain);
    }
}
/** Each part looks only at what the parts before it left. */
function allOf(parts, index, domain) {
    const found = [];
    let left = domain;
    for (const part of parts) {
        const matches = evaluate(part, index, left);
        found.push(matches);
        left = matches.bits;
    }
    return { bits: left, scores: summed(found, left) };
}
/** The sum of the parts' scores for slots that all of them matched. */
function summed(found, bits) {
    let constant = 0;
    for (const { scores } of found) {
        if (typeof scores !== "number")
            return addAll(found, bits);
        constant += scores;
    }
    return constant;
}
function addAll(found, bits) {
    const sum = borrow(bits.length * 32);
    for (const { scores } of found)
        addScores(sum, { bits, scores });
    return sum;
}
function someOf(parts, atLeast, index, domain) {
    const found = parts.map((part) => evaluate(part, index, domain));
    if (atLeast === 1 && found.length === 1)
        return { bits: found[0].bits, scores: summed(found, found[0].bits) };
    const scores = borrow(domain.length * 32);
    for (const matches of found)
        addScores(scores, matches);
    return { bits: atLeast <= 0 ? domain : atLeastOf(found, atLeast, domain), scores };
}
function atLeastOf(found, atLeast, domain) {
    const bits = emptyBits(domain.length * 32);
    if (atLeast === 1) {
        for (const matches of found)
            addBits(bits, matches.bits);
        return bits;
    }
    const counts = new Uint32Array(domain.length * 32);
    for (const matches of found) {
        eachSlot(matches.bits, (slot) => ++counts[slot] >= atLeast && setBit(bits, slot));
    }
    return bits;
}
