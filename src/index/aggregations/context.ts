import { SearchlightError } from "../../errors.ts";
import type { Catalog } from "../catalog.ts";
import type { Aggregations } from "./aggregation.ts";
import type { AggregationAnswers, Bucket } from "./counted.ts";
import type { Scope } from "../scope.ts";
import { together, type Asking, type Narrowing, type Path } from "./probe.ts";

/**
 * What calculating an aggregation needs besides itself.
 *
 * - `path`: what narrows the documents found, down to the bucket that it stands in.
 * - `within`: calculates aggregations further down the path. @throws SearchlightError `bad-request` when they are too many
 */
export type Context = {
  readonly catalog: Catalog;
  readonly types: readonly string[];
  readonly scope: Scope;
  readonly path: Path;
  readonly within: (aggregations: Aggregations, path: Path) => Asking<AggregationAnswers>;
};

/** A bucket before what is counted within it; `by` is what its documents have in common. */
export type Draft = Bucket & { readonly by: Narrowing };

/** The buckets with what is counted within each. */
export function* filled(
  drafts: readonly Draft[],
  aggregations: Aggregations | undefined,
  { path, within }: Context,
): Asking<Bucket[]> {
  if (aggregations === undefined) return drafts.map(({ key, count }) => ({ key, count }));
  const inner = yield* together(drafts.map(({ by }) => within(aggregations, [...path, by])));
  return drafts.map(({ key, count }, i) => ({ key, count, aggregations: inner[i]! }));
}

/** A refusal of something that depends on what was found. */
export const tooMany = (message: string): SearchlightError =>
  new SearchlightError("bad-request", message, { at: "aggregations" });
