import { z } from "zod";
import type { Scalar } from "../../../index/query.ts";
import type { ValueChoice } from "../../../index/aggregations/aggregation.ts";
import type { FieldKind } from "../../../index/schema.ts";
import { valueKinds, type Context } from "../context.ts";
import { scalar } from "../dsl/clause.ts";
import { badRequest, below, unsupported } from "../input.ts";
import { bucketing, valueIn, type AggregationKind } from "./kind.ts";
import { order, orderOf } from "./order.ts";
import { format, formatOf } from "./told-as.ts";

const choice = z.union([z.string(), z.array(scalar)], { error: "must be a list of values, or a text that ends in .*" });

const schema = z.strictObject({
  field: z.string(),
  size: z.int().min(1).default(10),
  order: order.optional(),
  include: choice.optional(),
  exclude: choice.optional(),
  missing: scalar.optional(),
  format,
  min_doc_count: z.literal(1, { error: "must be 1: what nobody may see is not told" }).optional(),
});

/** A text without operators of regular expressions, but for those behind a backslash; then perhaps `.*`. */
const PATTERN = /^((?:[^.?+*|{}[\]()"\\#@&<>~^$]|\\.)*)(\.\*)?$/su;

/** Elasticsearch takes a regular expression here; a text alone, or with `.*` behind it, says what people want of it. */
function patternChoice(text: string, at: string): ValueChoice {
  const [, start, more] = PATTERN.exec(text) ?? [];
  if (start === undefined)
    throw unsupported(at, "regular expressions are not supported; give a list of values, or the start of them and .*");
  const literal = start.replaceAll(/\\(.)/gsu, "$1");
  return more === undefined ? { values: [literal] } : { prefix: literal, folded: false };
}

function choiceOf(context: Context, field: string, given: string | readonly Scalar[], at: string): ValueChoice {
  if (typeof given === "string") return patternChoice(given, at);
  if (given.length > context.limits.values)
    throw badRequest(at, `has ${given.length} values; at most ${context.limits.values} are taken`);
  return { values: given.map((value, i) => valueIn(context, field, value, below(at, i))) };
}

/** Refuses what cannot be counted by value, or not so many. */
export function checkCountable(context: Context, field: string, size: number, at: string): void {
  const kinds = valueKinds(context, field, below(at, "field"));
  if (kinds.size > 1 && ["date", "version", "ip"].some((kind) => kinds.has(kind as FieldKind)))
    throw badRequest(
      below(at, "field"),
      `'${field}' is ${[...kinds].join(" and ")} in the types searched; name a type`,
    );
  if (size > context.limits.buckets)
    throw badRequest(below(at, "size"), `is ${size}; at most ${context.limits.buckets} are taken`);
}

/** Counts by value: exact, whatever the size. */
export const terms: AggregationKind = bucketing(schema, (given, at, { context, inner }) => {
  const { field, size, include, exclude, missing } = given;
  checkCountable(context, field, size, at);
  return {
    kind: "terms",
    field,
    size,
    ...(given.order && { order: orderOf(given.order) }),
    ...(include !== undefined && { include: choiceOf(context, field, include, below(at, "include")) }),
    ...(exclude !== undefined && { exclude: choiceOf(context, field, exclude, below(at, "exclude")) }),
    ...(missing !== undefined && { missing: valueIn(context, field, missing, below(at, "missing")) }),
    ...formatOf(given, at, context),
    ...inner,
  };
});
