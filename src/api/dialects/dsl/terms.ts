import { z } from "zod";
import { isObject } from "../../../index/json.ts";
import type { Scalar, SearchQuery } from "../../../index/query.ts";
import { knownKinds, valueKinds } from "../context.ts";
import { badRequest, below, onlyEntry, parsed, unsupported } from "../input.ts";
import { equalsLeaf } from "../leaf.ts";
import { boosted, or } from "../tree.ts";
import { asList, boost, clause, fieldClause, oneOrMore, scalar, type Clause, type Translate } from "./clause.ts";

/** Whole values. */
export const term: Clause = fieldClause(
  "value",
  z.strictObject({ value: scalar, boost }),
  (field, options, _at, { context }) => boosted(equalsLeaf(context, field, options.value), options.boost),
);

function checkCount(count: number, at: string, { context }: Translate): void {
  const { values } = context.limits;
  if (count > values) throw badRequest(at, `lists ${count} values; at most ${values} are taken`);
}

function readTerms(body: unknown, at: string, translate: Translate): SearchQuery {
  const { boost: by, ...fields } = isObject(body) ? body : { body };
  const [field, given] = onlyEntry(isObject(body) ? fields : body, at, "field");
  const place = below(at, field);
  if (isObject(given)) throw unsupported(place, "looking values up in another document is not supported; list them");
  const kinds = valueKinds(translate.context, field, place);
  const values: readonly Scalar[] = parsed(z.array(scalar), given, place);
  checkCount(values.length, place, translate);
  if (kinds.has("ip")) translate.context.spend(values.filter((value) => String(value).includes("/")).length, place);
  return boosted({ kind: "terms", field, values }, parsed(boost, by, below(at, "boost")));
}

/** Any of a list of whole values. */
export const terms: Clause = { schema: z.record(z.string(), z.array(scalar)), read: readTerms };

/** The field has a value. */
export const exists: Clause = clause(
  z.strictObject({ field: z.string(), boost }),
  ({ field, boost: by }, at, { context }) => {
    knownKinds(context, field, below(at, "field"));
    return boosted({ kind: "exists", field }, by);
  },
);

/** Resources by their ids, of one type or of any. */
export const ids: Clause = clause(
  z.strictObject({ values: oneOrMore(z.string()), type: oneOrMore(z.string()).nullish(), boost }),
  ({ values, type, boost: by }, at, translate) => {
    if (translate.context.within !== undefined) throw badRequest(at, "resources have ids, and nested objects none");
    const wanted = asList(values);
    checkCount(wanted.length, below(at, "values"), translate);
    const types = asList(type ?? undefined);
    checkCount(types.length, below(at, "type"), translate);
    const of = types.map((type): SearchQuery => ({ kind: "ids", ids: wanted, type }));
    return boosted(types.length > 0 ? or(of) : { kind: "ids", ids: wanted }, by);
  },
);
