import { definitionOf, fieldNamed } from "../catalog.ts";
import { compareValues } from "../match.ts";
import type { Bucket, TermsAnswer } from "./counted.ts";
import type { TermsAggregation, ValueChoice } from "./aggregation.ts";
import type { Scalar } from "../query.ts";
import type { FieldKind } from "../schema.ts";
import { fold } from "../text.ts";
import { textOf, valueOf, type Value } from "../values.ts";
import { filled, type Context } from "./context.ts";
import { lacking } from "./lacking.ts";
import { read, type Asking } from "./probe.ts";

/** What a client's value is in the types that have the field: one value, or one of each kind. */
export function valuesOf({ catalog, types, scope }: Context, field: string, value: Scalar): Value[] {
  const named = types.map((type) => fieldNamed(definitionOf(catalog, type), field, scope));
  const values = named.map((found) => found && valueOf(found.open ? "keyword" : found.field.kind, value));
  return [...new Set(values.filter((one) => one !== undefined))];
}

/** What the field is in the types that have it; undefined where it is several things, whose values are then texts. */
function onlyKind({ catalog, types, scope }: Context, field: string): FieldKind | undefined {
  const named = types.map((type) => fieldNamed(definitionOf(catalog, type), field, scope));
  const kinds = new Set(named.flatMap((found) => (found ? [found.open ? "keyword" : found.field.kind] : [])));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

function chooser(context: Context, field: string, choice: ValueChoice): (value: Value) => boolean {
  if ("values" in choice) {
    const chosen = new Set(choice.values.flatMap((value) => valuesOf(context, field, value)));
    return (value) => chosen.has(value);
  }
  const { prefix, folded } = choice;
  const start = folded ? fold(prefix) : prefix;
  const kind = onlyKind(context, field);
  return (value) => (folded ? fold(textOf(kind, value)) : textOf(kind, value)).startsWith(start);
}

function comparison({ order }: TermsAggregation): (a: Bucket, b: Bucket) => number {
  const { by = "count", direction = "desc" } = order ?? {};
  const sign = direction === "asc" ? 1 : -1;
  return (a, b) =>
    (by === "count" ? sign * (a.count - b.count) : 0) || (by === "key" ? sign : 1) * compareValues(a.key, b.key);
}

const sumOf = (buckets: readonly Bucket[]): number => buckets.reduce((sum, { count }) => sum + count, 0);

/** Counts documents by value. */
export function* termsAnswer(asked: TermsAggregation, outer: Context): Asking<TermsAnswer> {
  const { field, from = 0, size, include, exclude } = asked;
  const context = asked.types
    ? { ...outer, path: [...outer.path, { kind: "types", types: asked.types } as const] }
    : outer;
  const { path } = context;
  const [stand] = asked.missing === undefined ? [] : valuesOf(context, field, asked.missing);
  const counts = new Map(yield* read({ what: "values", field, path }));
  const missing = yield* lacking(field, stand, path);
  if (stand !== undefined && missing > 0) counts.set(stand, (counts.get(stand) ?? 0) + missing);
  const included = include ? chooser(context, field, include) : () => true;
  const excluded = exclude ? chooser(context, field, exclude) : () => false;
  const buckets = [...counts]
    .filter(([key]) => included(key) && !excluded(key))
    .map(([key, count]) => ({ key, count }))
    .toSorted(comparison(asked));
  const page = buckets.slice(from, from + size);
  const drafts = page.map((bucket) => ({
    ...bucket,
    by: { kind: "value", field, value: bucket.key, orMissing: bucket.key === stand } as const,
  }));
  return {
    buckets: yield* filled(drafts, asked.aggregations, context),
    others: sumOf(buckets) - sumOf(page),
    distinct: buckets.length,
  };
}
