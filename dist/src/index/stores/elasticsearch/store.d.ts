import type { Catalog } from "../../catalog.ts";
import type { IndexStore } from "../../store.ts";
import { type Connection } from "./client.ts";
/**
 * What a store on Elasticsearch needs to know.
 *
 * - `prefix`: what the names of its indices start with; stores of one prefix share them.
 * - `refresh`: milliseconds after which what was applied is found.
 * - `budget`: milliseconds that a search may take; what did not answer by then is left out, and the answer says so.
 * - `patience`: milliseconds that `apply`, and opening, try again while the cluster is away or busy.
 */
export type ElasticsearchOptions = Connection & {
    readonly catalog: Catalog;
    readonly prefix?: string;
    readonly refresh?: number;
    readonly budget?: number;
    readonly patience?: number;
};
/**
 * Opens the store whose indices are in an Elasticsearch cluster, and makes those that are not there yet. Any number of
 * processes may have it open.
 *
 * @throws SearchlightError `store-unavailable` when the cluster does not answer, `bad-configuration`
 */
export declare function elasticsearchStore(options: ElasticsearchOptions): Promise<IndexStore>;
