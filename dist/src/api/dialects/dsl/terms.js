import { z } from "zod";
import { isObject } from "../../../index/json.js";
import { knownKinds } from "../context.js";
import { badRequest, below, onlyEntry, parsed, unsupported } from "../input.js";
import { equalsLeaf } from "../leaf.js";
import { boosted, or } from "../tree.js";
import { asList, boost, clause, fieldClause, oneOrMore, scalar } from "./clause.js";
/** Whole values. */
export const term = fieldClause("value", z.strictObject({ value: scalar, boost }), (field, options, _at, { context }) => boosted(equalsLeaf(context, field, options.value), options.boost));
function checkCount(count, at, { context }) {
    const { values } = context.limits;
    if (count > values)
        throw badRequest(at, `lists ${count} values; at most ${values} are taken`);
}
function readTerms(body, at, translate) {
    const { boost: by, ...fields } = isObject(body) ? body : { body };
    const [field, given] = onlyEntry(isObject(body) ? fields : body, at, "field");
    const place = below(at, field);
    if (isObject(given))
        throw unsupported(place, "looking values up in another document is not supported; list them");
    knownKinds(translate.context, field, place);
    const values = parsed(z.array(scalar), given, place);
    checkCount(values.length, place, translate);
    return boosted({ kind: "terms", field, values }, parsed(boost, by, below(at, "boost")));
}
/** Any of a list of whole values. */
export const terms = { schema: z.record(z.string(), z.array(scalar)), read: readTerms };
/** The field has a value. */
export const exists = clause(z.strictObject({ field: z.string(), boost }), ({ field, boost: by }, at, { context }) => {
    knownKinds(context, field, below(at, "field"));
    return boosted({ kind: "exists", field }, by);
});
/** Resources by their ids, of one type or of any. */
export const ids = clause(z.strictObject({ values: oneOrMore(z.string()), type: oneOrMore(z.string()).nullish(), boost }), ({ values, type, boost: by }, at, translate) => {
    const wanted = asList(values);
    checkCount(wanted.length, below(at, "values"), translate);
    const types = asList(type ?? undefined);
    checkCount(types.length, below(at, "type"), translate);
    const of = types.map((type) => ({ kind: "ids", ids: wanted, type }));
    return boosted(types.length > 0 ? or(of) : { kind: "ids", ids: wanted }, by);
});
