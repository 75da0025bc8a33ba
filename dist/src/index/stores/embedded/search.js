import { answersTo } from "../../aggregations/answers.js";
import { settle } from "../../aggregations/probe.js";
import { bind, bindNarrower } from "../../bind.js";
import { orderOf } from "../../order.js";
import { slotsIn } from "./bitset.js";
import { domainOf } from "./domain.js";
import { evaluate } from "./evaluate.js";
import { unlessInterrupted } from "./interrupt.js";
import { firstOf } from "./rank.js";
import { readingsOf } from "./readings.js";
import { giveBack } from "./scratch.js";
/** Answers a search over these types; each at most once. The answer is what the reference gives, sums and ties included. */
export function findIn(catalog, indexes, request, scope) {
    try {
        return find(catalog, indexes, request, scope);
    }
    finally {
        giveBack();
    }
}
function find(catalog, indexes, request, scope) {
    const { value: hits, complete } = unlessInterrupted(() => hitsIn(indexes, request, scope), NOTHING);
    giveBack(); // the page is made; what is counted borrows anew
    const counted = unlessInterrupted(() => settle(answersTo(catalog, request, scope), readingsOf(hits.matched, scope)), {});
    return { total: hits.total, page: hits.page, aggregations: counted.value, complete: complete && counted.complete };
}
const NOTHING = { total: 0, page: [], matched: [] };
function hitsIn(indexes, request, scope) {
    const bound = indexes.map((index) => ({ index, query: bind(request.query, index.definition, scope) }));
    const matched = bound.map(({ index, query }) => {
        const matches = evaluate(query, index, domainOf(index, scope));
        return { ...matches, index, slots: slotsIn(matches.bits) };
    });
    const kept = request.postFilter === undefined ? matched : matched.map((one) => afterwards(one, request.postFilter, scope));
    const total = kept.reduce((sum, { slots }) => sum + slots.length, 0);
    const page = pageOf(kept.flatMap((one) => firstOf(one, request, scope)), request);
    return { total, page, matched };
}
function afterwards({ index, bits, scores }, filter, scope) {
    const left = evaluate(bindNarrower(filter, index.definition, scope), index, bits).bits;
    return { index, bits: left, scores, slots: slotsIn(left) };
}
const pageOf = (found, { sort, from, size }) => found.toSorted(orderOf(sort)).slice(from, from + size);
