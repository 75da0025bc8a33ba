import { z } from "zod";
import type { CompositeSource } from "../../../index/aggregations/aggregation.ts";
import type { FieldKind } from "../../../index/schema.ts";
import type { Value } from "../../../index/values.ts";
import { keyGiven, type ShownKey } from "../../composite-key.ts";
import { knownKinds, type Context } from "../context.ts";
import { badRequest, below, onlyEntry, parsed } from "../input.ts";
import { numberSteps, readNumberSteps, readTimeSteps, timeSteps } from "./histograms.ts";
import { bucketing, type AggregationKind } from "./kind.ts";

/** Combinations on one page, and sources of them. */
const MOST = 1000;
const MOST_SOURCES = 5;

const order = z.enum(["asc", "desc"]).default("asc");
const SOURCES = {
  terms: z.strictObject({ field: z.string(), order, missing_bucket: z.boolean().default(false) }),
  histogram: numberSteps.extend({ order }),
  date_histogram: timeSteps.extend({ order }),
};
const key = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const schema = z.strictObject({
  size: z.int().min(1).max(MOST, `at most ${MOST} are taken: go on behind them with 'after'`).default(10),
  sources: z
    .array(z.record(z.string(), z.object(SOURCES).partial().strict()))
    .min(1, "must have at least one source")
    .max(MOST_SOURCES, `at most ${MOST_SOURCES} sources are taken`),
  after: z.record(z.string(), key).optional().describe("The after_key of the page before"),
});

/** Kinds whose values are compared with each other. */
const ALIKE: readonly (readonly FieldKind[])[] = [
  ["text", "keyword", "open"],
  ["long", "double"],
];

/** What a field's values are, one kind for all types. @throws SearchlightError `bad-request` where they do not compare */
function kindIn(context: Context, field: string, at: string): FieldKind {
  const [kind, ...others] = knownKinds(context, field, at);
  const alike = ALIKE.find((kinds) => kinds.includes(kind!)) ?? [kind!];
  if (others.every((other) => alike.includes(other))) return kind!;
  throw badRequest(at, `'${field}' is ${[kind, ...others].join(" and ")} in the types searched; name a type`);
}

function readSource(given: unknown, at: string, context: Context): CompositeSource {
  const [name, one] = onlyEntry(given, at, "source");
  const [kind, body] = onlyEntry(one, below(at, name), "kind of source");
  const place = below(below(at, name), kind);
  const { limits } = context;
  if (kind === "terms") {
    const { field, order, missing_bucket: missing } = parsed(SOURCES.terms, body, place);
    kindIn(context, field, below(place, "field"));
    return { name, field, order, by: "value", missing };
  }
  if (kind === "histogram") {
    const options = parsed(SOURCES.histogram, body, place);
    const { order: _, ...own } = options;
    const steps = readNumberSteps(own, place, context);
    return { name, field: own.field, order: options.order, by: "steps", steps, limit: limits.buckets };
  }
  const { order, ...own } = parsed(SOURCES.date_histogram, body, place);
  const steps = readTimeSteps(own, place, context);
  return { name, field: own.field, order, by: "steps", steps, limit: limits.buckets };
}

function readAfter(
  after: Readonly<Record<string, ShownKey>>,
  sources: readonly CompositeSource[],
  at: string,
  context: Context,
): (Value | null)[] {
  const other = Object.keys(after).find((name) => sources.every((source) => source.name !== name));
  if (other !== undefined) throw badRequest(below(at, other), "is none of the sources");
  return sources.map((source) => {
    const { name, field } = source;
    const shown = Object.hasOwn(after, name) ? after[name] : undefined;
    if (shown === undefined) throw badRequest(at, `lacks the key of '${name}'; send the after_key of the page before`);
    const key = keyGiven(shown, source, kindIn(context, field, at));
    if (key !== undefined) return key;
    throw badRequest(below(at, name), `${JSON.stringify(shown)} is no key of '${field}'`);
  });
}

/** Counts by every combination of values, page by page. */
export const composite: AggregationKind = bucketing(schema, (given, at, { context, inner }) => {
  const sources = given.sources.map((one, i) => readSource(one, below(below(at, "sources"), i), context));
  const twice = sources.find(({ name }, i) => sources.slice(0, i).some((other) => other.name === name));
  if (twice) throw badRequest(below(at, "sources"), `has two sources named '${twice.name}'`);
  const after = given.after && readAfter(given.after, sources, below(at, "after"), context);
  return { kind: "composite", sources, size: given.size, ...(after && { after }), ...inner };
});
