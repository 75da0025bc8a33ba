/** Bounds of the steps of a histogram; microseconds for times. */
export type StepBounds = { readonly min?: number; readonly max?: number };

/** The order of buckets: by how many documents they have, or by key; equals end by key. */
export type BucketOrder = { readonly by: "count" | "key"; readonly direction: "asc" | "desc" };

/** What documents without a value of the field count as: a number, or microseconds. */
export type Standing = { readonly missing?: number };

/**
 * How a histogram is told, besides its steps.
 *
 * - `extended`: steps from one bound to the other are told, whether or not anything lies in them.
 * - `hard`: of numbers only steps that begin from `min` to `max`, without their offset; of times, from the step that `min` lies
 *   in up to, not including, that of `max`.
 */
export type HistogramOptions = Standing & {
  readonly extended?: StepBounds;
  readonly hard?: StepBounds;
  readonly order?: BucketOrder;
};

/** How buckets are shown: by their names rather than in a list, and times in a format (see `date-format.ts`). */
export type Shown = { readonly keyed?: boolean; readonly format?: string };
