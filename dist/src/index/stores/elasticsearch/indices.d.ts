import type { Cluster } from "./send.ts";
/**
 * Sees to it that every type has an index and that its mapping holds all of the type's fields. A field that is new is
 * searchable in what is written from then on.
 */
export declare function ensureIndices(cluster: Cluster, refreshMilliseconds: number): Promise<void>;
