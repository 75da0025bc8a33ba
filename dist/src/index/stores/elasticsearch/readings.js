import { isWhole, joined, pageClause, partClause, partsOf, readPage, readPart, } from "./aggregate.js";
import { reasonsOf } from "./send.js";
/** Values in one page of a count. All aggregations of one search may have 65,536 buckets (`search.max_buckets`). */
const PAGE = 10_000;
const MAX_BUCKETS = 60_000;
/** Buckets of known number, and probes, that one search asks for. */
const MAX_KNOWN = 30_000;
const MAX_PROBES = 100;
/** Buckets that Elasticsearch makes for a part, but for its values. */
const known = ({ probe }) => (probe.what === "steps" ? probe.edges.length : 1);
const knownIn = (batch) => batch.flatMap(({ parts }) => parts.map(known)).reduce((a, b) => a + b, 0);
/** The probes in batches that Elasticsearch answers at once. */
export function batchesOf(asker, probes) {
    const batches = [[]];
    let room = MAX_KNOWN;
    for (const probe of probes) {
        const one = { probe, parts: partsOf(asker, probe) };
        const cost = knownIn([one]);
        if (batches.at(-1).length === MAX_PROBES || cost > room) {
            batches.push([]);
            room = MAX_KNOWN;
        }
        room -= cost;
        batches.at(-1).push(one);
    }
    return batches;
}
/** Our own names, for a caller's may hold what Elasticsearch's may not. */
const clauseName = (probe, part) => `${probe}_${part}`;
/** The clauses that ask for a batch. */
export function clausesOf(batch) {
    const counts = batch.filter(({ probe }) => probe.what === "values").reduce((sum, { parts }) => sum + parts.length, 0);
    const size = Math.min(PAGE, Math.floor((MAX_BUCKETS - knownIn(batch)) / Math.max(counts, 1)));
    return Object.fromEntries(batch.flatMap(({ parts }, i) => parts.map((part, j) => [clauseName(i, j), partClause(part, size)])));
}
/** Every value of a part, page by page. */
async function allValues({ send, query, reasons }, part) {
    const counts = new Map();
    const narrow = { bool: { filter: [query, part.narrow] } };
    let after;
    do {
        const answer = await send({ query: narrow, size: 0, aggs: { page: pageClause(part, PAGE, after) } });
        for (const reason of reasonsOf(answer))
            reasons.add(reason);
        const page = readPage(answer.aggregations?.["page"]);
        for (const [value, count] of page)
            counts.set(value, count);
        after = page.length === PAGE ? page.at(-1)[0] : undefined;
    } while (after !== undefined);
    return counts;
}
/**
 * The exact readings of a batch from the answer to its clauses. A part with more values than there was room for is counted
 * again, page by page.
 */
export async function readBatch(batch, { aggregations }, asked) {
    const readings = [];
    for (const [i, { probe, parts }] of batch.entries()) {
        const own = [];
        for (const [j, part] of parts.entries()) {
            const aggregate = aggregations?.[clauseName(i, j)];
            own.push(isWhole(aggregate) ? readPart(part, aggregate) : await allValues(asked, part));
        }
        readings.push(joined(probe, own));
    }
    return readings;
}
/** Asks for a batch and reads it; of nothing, nothing is asked. */
async function ask(batch, asked) {
    if (batch.every(({ parts }) => parts.length === 0))
        return readBatch(batch, {}, asked);
    const answer = await asked.send({ query: asked.query, size: 0, aggs: clausesOf(batch) });
    for (const reason of reasonsOf(answer))
        asked.reasons.add(reason);
    return readBatch(batch, answer, asked);
}
/** Asks for batches, one after the other. */
export async function askAll(batches, asked) {
    const readings = [];
    for (const batch of batches)
        readings.push(...(await ask(batch, asked)));
    return readings;
}
