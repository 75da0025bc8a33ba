import type { Path, Probe, Reading } from "../../aggregations/probe.ts";
import { type Catalog } from "../../catalog.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import type { Aggregation, Query } from "./clause.ts";
/** What of a probe one clause answers: some types, narrowed alike, whose values are in one of our fields. */
export type Part = {
    readonly probe: Probe;
    readonly narrow: Query;
    readonly field: string;
    readonly numeric: boolean;
};
export declare const ofTypes: (types: readonly string[]) => Query;
/** Who asks, and where. */
export type Asker = {
    readonly catalog: Catalog;
    readonly types: readonly string[];
    readonly scope: Scope;
};
/** The parts of a probe. Types that do not have its field for this caller are not looked into. */
export declare function partsOf({ catalog, types, scope }: Asker, probe: Probe): Part[];
/** What lies on a path, as a clause over several types. */
export declare function pathQuery({ catalog, types, scope }: Asker, path: Path): Query;
/** Asks for a part; of values, for the `size` most frequent. */
export declare const partClause: (part: Part, size: number) => Aggregation;
/** Asks for one page of all of a part's values. */
export declare const pageClause: ({ field }: Part, size: number, after: Value | undefined) => Aggregation;
/** Reads the answer to a `pageClause`. */
export declare const readPage: (aggregate: unknown) => [Value, number][];
/** Whether the answer to a `partClause` has all values. An answer without it (no shard replied) holds nothing. */
export declare function isWhole(aggregate: unknown): boolean;
/** Reads the answer to a `partClause`. */
export declare function readPart({ probe: { what } }: Part, aggregate: unknown): Reading;
/** A probe's reading from those of its parts. */
export declare function joined(probe: Probe, parts: readonly Reading[]): Reading;
