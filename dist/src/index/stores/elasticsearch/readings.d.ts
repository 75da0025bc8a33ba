import type { Probe, Reading } from "../../aggregations/probe.ts";
import type { Aggregation, Query } from "./clause.ts";
import { type Asker, type Part } from "./aggregate.ts";
import { type Answer, type Send } from "./send.ts";
/** Probes that one search answers. */
export type Batch = readonly {
    readonly probe: Probe;
    readonly parts: readonly Part[];
}[];
/** The probes in batches that Elasticsearch answers at once. */
export declare function batchesOf(asker: Asker, probes: readonly Probe[]): Batch[];
/** The clauses that ask for a batch. */
export declare function clausesOf(batch: Batch): Record<string, Aggregation>;
/** Where to ask, of what was found, and where to note what did not answer. */
export type Asked = {
    readonly send: Send;
    readonly query: Query;
    readonly reasons: Set<string>;
};
/**
 * The exact readings of a batch from the answer to its clauses. A part with more values than there was room for is counted
 * again, page by page.
 */
export declare function readBatch(batch: Batch, { aggregations }: Pick<Answer, "aggregations">, asked: Asked): Promise<Reading[]>;
/** Asks for batches, one after the other. */
export declare function askAll(batches: readonly Batch[], asked: Asked): Promise<Reading[]>;
