import { z } from "zod";
import { knownKinds } from "./context.js";
import { asList, oneOrMore } from "./dsl/clause.js";
import { badRequest, below, onlyEntry, parsed } from "./input.js";
const order = z.enum(["asc", "desc"], { error: "must be asc or desc" });
const options = z.strictObject({
    order: order.optional(),
    missing: z.literal("_last", { error: "only _last is supported: what has no value comes last" }).optional(),
    unmapped_type: z.string().optional().describe("The field need not exist"),
    ignore_unmapped: z.boolean().optional().describe("The field need not exist"),
});
/** A field, `field:desc`, or `{field: "desc"}`, `{field: {"order": "desc"}}`; or a list of these. */
export const sortSchema = oneOrMore(z.union([z.string(), z.record(z.string(), z.union([order, options]))]));
function readOne(given, at, context) {
    const [, name, suffix] = typeof given === "string" ? (/^(.+?)(?::(asc|desc))?$/s.exec(given) ?? []) : [];
    const [field, wish] = name === undefined ? onlyEntry(given, at, "field") : [name, suffix ?? {}];
    const place = below(at, field);
    const wished = parsed(options, typeof wish === "string" ? { order: wish } : wish, place);
    if (field !== "_score" && wished.unmapped_type === undefined && wished.ignore_unmapped !== true)
        knownKinds(context, field, place);
    return { field, order: wished.order ?? (field === "_score" ? "desc" : "asc") };
}
/**
 * What to sort by. A field that only some of the types have is fine: the others come last.
 *
 * @throws SearchlightError `unknown-field` for one that none of them has
 */
export function readSort(given, at, context) {
    const all = asList(given ?? undefined);
    const { sortKeys } = context.limits;
    if (all.length > sortKeys)
        throw badRequest(at, `has ${all.length} keys; at most ${sortKeys} are taken`);
    return all.map((one, i) => readOne(one, Array.isArray(given) ? below(at, i) : at, context));
}
