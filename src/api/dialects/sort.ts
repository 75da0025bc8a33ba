import { z } from "zod";
import type { Sort } from "../../index/query.ts";
import { valueKinds, type Context } from "./context.ts";
import { asList, oneOrMore } from "./dsl/clause.ts";
import { badRequest, below, onlyEntry, parsed } from "./input.ts";

const order = z.enum(["asc", "desc"], { error: "must be asc or desc" });
const options = z.strictObject({
  order: order.optional(),
  missing: z.literal("_last", { error: "only _last is supported: what has no value comes last" }).optional(),
  unmapped_type: z.string().optional().describe("The field need not exist"),
  ignore_unmapped: z.boolean().optional().describe("The field need not exist"),
});

/** A field, `field:desc`, or `{field: "desc"}`, `{field: {"order": "desc"}}`; or a list of these. */
export const sortSchema = oneOrMore(z.union([z.string(), z.record(z.string(), z.union([order, options]))]));

function readOne(given: unknown, at: string, context: Context): Sort {
  const [, name, suffix] = typeof given === "string" ? (/^(.+?)(?::(asc|desc))?$/s.exec(given) ?? []) : [];
  const [field, wish] = name === undefined ? onlyEntry(given, at, "field") : [name, suffix ?? {}];
  const place = below(at, field);
  const wished = parsed(options, typeof wish === "string" ? { order: wish } : wish, place);
  if (field !== "_score" && wished.unmapped_type === undefined && wished.ignore_unmapped !== true)
    valueKinds(context, field, place);
  return { field, order: wished.order ?? (field === "_score" ? "desc" : "asc") };
}

/**
 * What to sort by. A field that only some of the types have is fine: the others come last.
 *
 * @throws SearchlightError `unknown-field` for one that none of them has
 */
export function readSort(given: z.output<typeof sortSchema> | null | undefined, at: string, context: Context): Sort[] {
  const all = asList(given ?? undefined);
  const { sortKeys } = context.limits;
  if (all.length > sortKeys) throw badRequest(at, `has ${all.length} keys; at most ${sortKeys} are taken`);
  return all.map((one, i) => readOne(one, Array.isArray(given) ? below(at, i) : at, context));
}
