import { placeOf, textColumn } from "./fields.js";
/**
 * One word, behind `lead`. As a constant score it expands to every word within its edits: nothing is ranked, so nothing
 * is cut off, and other people's words reach no limit. `max_expansions` is never sent for that reason.
 */
function wordQuery(field, lead, { text, head, edits }) {
    if (edits === 0)
        return { term: { [field]: lead + text } };
    const prefix_length = Array.from(lead + head).length;
    return {
        fuzzy: {
            [field]: { value: lead + text, fuzziness: edits, prefix_length, transpositions: true, rewrite: "constant_score" },
        },
    };
}
/** At least so many words of one target; it only filters. */
export function someQuery(definition, { key, on, words, atLeast }) {
    const { match, lead } = on === "exact" ? placeOf(definition, key) : { match: textColumn(definition, "w", key), lead: "" };
    const queries = words.map((word) => wordQuery(match, lead, word));
    if (atLeast > queries.length)
        return { match_none: {} };
    return queries.length === 1 ? queries[0] : { bool: { should: queries, minimum_should_match: atLeast } };
}
