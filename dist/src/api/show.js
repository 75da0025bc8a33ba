import { versionText } from "../index/values.js";
/** A value as clients of Elasticsearch know it: times in milliseconds since 1970, versions as written. */
export const shown = (value, kind) => kind === "date" && typeof value === "number"
    ? Math.floor(value / 1000)
    : kind === "version" && typeof value === "string"
        ? versionText(value)
        : value;
const iso = (microseconds) => new Date(Math.floor(Number(microseconds) / 1000)).toISOString();
function bucket({ key, count }, kind) {
    if (kind === "boolean")
        return { key: key === "true" ? 1 : 0, key_as_string: String(key), doc_count: count };
    if (kind === "date")
        return { key: shown(key, kind), key_as_string: iso(key), doc_count: count };
    return { key: shown(key, kind), doc_count: count };
}
/** A count by values, as Elasticsearch's `terms` aggregation is answered. Counts are exact. */
export const termsShown = ({ buckets, others }, kind) => ({
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: others,
    buckets: buckets.map((one) => bucket(one, kind)),
});
/** A count by values, as facets tell it: times as text. */
export const optionShown = ({ key, count }, kind) => ({
    key: kind === "date" ? iso(key) : shown(key, kind),
    doc_count: count,
});
