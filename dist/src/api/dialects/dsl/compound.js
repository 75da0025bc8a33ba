import { z } from "zod";
import { below } from "../input.js";
import { minimum, minimumOf } from "../minimum.js";
import { ALL, and, boosted, NONE, not, or } from "../tree.js";
import { asList, boost, clause, oneOrMore } from "./clause.js";
export const matchAll = clause(z.strictObject({ boost }), ({ boost: by }) => boosted(ALL, by));
export const matchNone = clause(z.strictObject({ boost }), () => NONE);
/** A query inside a clause; it is read, with its own place, by whoever reads queries. */
export const inner = z.record(z.string(), z.unknown()).meta({ $ref: "#/components/schemas/Query" });
const several = oneOrMore(inner).optional();
const filter = (of) => ({ kind: "filter", of });
function readAll(value, at, { query }) {
    if (!Array.isArray(value))
        return asList(value).map((one) => query(one, at));
    return value.map((one, i) => query(one, below(at, i)));
}
/** All of `must` and `filter`, none of `must_not`, and of `should` as many as asked for: one at least, where nothing else is asked. */
export const bool = clause(z.strictObject({
    must: several,
    filter: several,
    should: several,
    must_not: several,
    minimum_should_match: minimum.default(0),
    boost,
}), (given, at, translate) => {
    const read = (key) => readAll(given[key], below(at, key), translate);
    const [must, filters, should, refused] = [read("must"), read("filter"), read("should"), read("must_not")];
    const wanted = minimumOf(given.minimum_should_match, should.length, below(at, "minimum_should_match"));
    const atLeast = Math.max(Number(must.length + filters.length === 0), wanted);
    const optional = should.length > 0 ? [or(should, atLeast)] : [];
    return boosted(and([...must, ...filters.map(filter), ...refused.map(not), ...optional]), given.boost);
});
/** What matches counts the same, whatever matched. */
export const constantScore = clause(z.strictObject({ filter: inner, boost }), ({ filter: of, boost: by }, at, { query }) => and([filter(query(of, below(at, "filter"))), boosted(ALL, by)]));
