import { compareValues } from "../../match.js";
import { numberKey, placeOf } from "./fields.js";
/** Elasticsearch takes no more values in one clause (`index.max_terms_count`). */
const MAX_TERMS = 65_536;
/** Any of these values, however many. */
export function termsQuery(definition, { key, values }) {
    if (values.length === 0)
        return { match_none: {} };
    const { match, lead } = placeOf(definition, key);
    const terms = lead === "" ? values : values.map((value) => lead + String(value));
    if (terms.length === 1)
        return { term: { [match]: terms[0] } };
    const chunks = [];
    for (let i = 0; i < terms.length; i += MAX_TERMS)
        chunks.push({ terms: { [match]: terms.slice(i, i + MAX_TERMS) } });
    return chunks.length === 1 ? chunks[0] : { bool: { should: chunks, minimum_should_match: 1 } };
}
/** At most one bound a side: of two, Elasticsearch would take the last. */
function tightest({ gt, gte, lt, lte }) {
    const above = gt !== undefined && (gte === undefined || compareValues(gt, gte) >= 0);
    const below = lt !== undefined && (lte === undefined || compareValues(lt, lte) <= 0);
    return {
        ...(above ? { gt } : gte !== undefined && { gte }),
        ...(below ? { lt } : lte !== undefined && { lte }),
    };
}
/** Values within bounds. An open map's entry is compared behind its name, so both sides are closed by that. */
export function rangeQuery(definition, { key, numbers, bounds }) {
    const { match, lead, open } = placeOf(definition, key);
    const tight = tightest(bounds);
    if (!open)
        return { range: { [match]: tight } };
    const led = Object.fromEntries(Object.entries(tight).map(([side, value]) => [side, lead + (numbers ? numberKey(Number(value)) : String(value))]));
    const floor = "gt" in led || "gte" in led ? {} : { gte: lead };
    const ceiling = "lt" in led || "lte" in led ? {} : { lt: `${open.name}\u0001` };
    return { range: { [numbers ? open.numbers : match]: { ...led, ...floor, ...ceiling } } };
}
/** Documents with any value. */
export function existsQuery(definition, { key }) {
    const { match, open } = placeOf(definition, key);
    return open ? { term: { [open.names]: open.name } } : { exists: { field: match } };
}
