import { compareValues } from "../match.ts";
import type { BucketsAnswer } from "./counted.ts";
import type { HistogramAggregation, Steps } from "./aggregation.ts";
import { filled, tooMany, type Context, type Draft } from "./context.ts";
import { edgesOf } from "./edges.ts";
import { lacking } from "./lacking.ts";
import type { HistogramOptions, StepBounds } from "./options.ts";
import { extentOf, read, type Asking, type Extent, type Path } from "./probe.ts";

type Stepped = Pick<HistogramAggregation, "field" | "steps" | "limit"> & Omit<HistogramOptions, "order">;
type Step = Draft & { readonly key: number; readonly by: { readonly from: number; readonly to: number } };

/** What steps reach from and to; nulls where there are none. Bounds reach beyond values, but make no steps without both. */
function reach(values: readonly number[], { extended = {}, hard = {} }: HistogramOptions): Extent {
  const { min, max } = extended;
  const wished = [min, max].filter((bound) => bound !== undefined);
  const all = values.length > 0 || wished.length === 2 ? extentOf([...values, ...wished]) : extentOf([]);
  if (all.min === null || all.max === null) return all;
  const clipped = { min: Math.max(all.min, hard.min ?? all.min), max: Math.min(all.max, hard.max ?? all.max) };
  return clipped.min <= clipped.max ? clipped : extentOf([]);
}

/** Whether bounds let a step be: of numbers by where it begins, of times by the steps that the bounds lie in. */
function lets({ min = -Infinity, max = Infinity }: StepBounds, { key }: Step, to: number, steps: Steps): boolean {
  if (steps.by !== "number") return to > min && to <= max;
  return key - steps.offset >= min && key - steps.offset <= max;
}

/** The steps from the first to the last with a document, or as far as bounds say. A bucket's key is where its step begins. */
export function* stepsIn(asked: Stepped, path: Path): Asking<Step[]> {
  const { field, steps, limit, missing, extended = {}, hard = {} } = asked;
  const without = yield* lacking(field, missing, path);
  const extent = yield* read({ what: "extent", field, path });
  const values = [extent.min, extent.max, without > 0 ? missing : null].filter((one) => typeof one === "number");
  const { min, max } = reach(values, asked);
  if (min === null || max === null) return [];
  const edges = edgesOf(steps, min, max, limit);
  if (!edges)
    throw tooMany(`'${field}' spans more than ${limit} steps of the histogram; take wider ones, or narrow the search`);
  const counts = yield* read({ what: "steps", field, edges, path });
  const all = counts.map((count, i) => {
    const [key, to] = [edges[i]!, edges[i + 1]!];
    const orMissing = missing !== undefined && missing >= key && missing < to;
    const by = { kind: "between", field, from: key, to, orMissing } as const;
    return { key, count: orMissing ? count + without : count, by };
  });
  const kept = all.filter((step, i) => lets(hard, step, edges[i + 1]!, steps));
  const isEnd = ({ count, by }: Step): boolean =>
    count > 0 || [extended.min, extended.max].some((bound) => bound !== undefined && bound >= by.from && bound < by.to);
  return kept.slice(kept.findIndex(isEnd), kept.findLastIndex(isEnd) + 1);
}

function inOrder(steps: readonly Step[], { order }: HistogramOptions): readonly Step[] {
  if (!order) return steps;
  const sign = order.direction === "asc" ? 1 : -1;
  const byCount = (a: Step, b: Step): number => (order.by === "count" ? sign * (a.count - b.count) : 0);
  const byKey = (a: Step, b: Step): number => (order.by === "key" ? sign : 1) * compareValues(a.key, b.key);
  return steps.toSorted((a, b) => byCount(a, b) || byKey(a, b));
}

/** Counts by steps of a number or a time. */
export function* histogramAnswer(asked: HistogramAggregation, context: Context): Asking<BucketsAnswer> {
  const steps = yield* stepsIn(asked, context.path);
  const wanted = inOrder(steps, asked).filter(({ count }) => count >= asked.minimum);
  return { buckets: yield* filled(wanted, asked.aggregations, context) };
}
