import { type Operation } from "../../operation.ts";
import type { Outcome } from "../../store.ts";
import type { Cluster } from "./send.ts";
/**
 * Joins operations to what is there: reads the states now kept, merges, and writes each only if nobody changed it in
 * between; on a conflict it reads again. While the cluster is away or busy it backs off, for `patience` milliseconds.
 *
 * @throws SearchlightError `store-unavailable` after that: some may have been written, and all may be told again
 */
export declare function apply(cluster: Cluster, operations: readonly Operation[], patience: number): Promise<readonly Outcome[]>;
