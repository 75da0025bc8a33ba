import { SearchlightError } from "../../errors.ts";
import type { Catalog } from "../catalog.ts";
import type { Aggregations, AggregationAnswers, Bucket } from "../query.ts";
import type { Scope } from "../scope.ts";
import { type Asking, type Narrowing, type Path } from "./probe.ts";
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
export type Draft = Bucket & {
    readonly by: Narrowing;
};
/** The buckets with what is counted within each. */
export declare function filled(drafts: readonly Draft[], aggregations: Aggregations | undefined, { path, within }: Context): Asking<Bucket[]>;
/** A refusal of something that depends on what was found. */
export declare const tooMany: (message: string) => SearchlightError;
