import type { Client, estypes } from "@elastic/elasticsearch";
import type { Catalog } from "../../catalog.ts";
import type { Kept } from "./document.ts";
/** A cluster and what is known of the indices in it that are ours. `budget`: milliseconds that a search may take. */
export type Cluster = {
    readonly client: Client;
    readonly catalog: Catalog;
    readonly prefix: string;
    readonly budget: number;
};
export type Answer = estypes.SearchResponse<Kept>;
/** Sends a search to the indices of some types. @throws SearchlightError `bad-request`, `timed-out`, `store-unavailable` */
export type Send = (body: estypes.SearchRequest) => Promise<Answer>;
/** Searches in the indices of these types, of which there is at least one, until the signal aborts. */
export declare function sender({ client, prefix, budget }: Cluster, types: readonly string[], signal: AbortSignal | undefined): Send;
/** Why an answer is not the whole one; nothing when it is. */
export declare const reasonsOf: ({ timed_out, _shards }: Answer) => string[];
