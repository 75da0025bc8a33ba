import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { SearchAnswer } from "../../store.ts";
import { type Cluster } from "./send.ts";
/**
 * Searches with one request; and more where aggregations depend on what others found, and for every 10,000 values of one
 * that has more than fit into it.
 *
 * @throws SearchlightError `bad-request`, `timed-out` when the signal aborts, `store-unavailable`
 */
export declare function search(cluster: Cluster, request: SearchRequest, scope: Scope, signal?: AbortSignal): Promise<SearchAnswer>;
