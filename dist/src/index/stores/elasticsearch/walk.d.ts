import type { Resource } from "../../resource.ts";
import type { Cluster } from "./send.ts";
/** The states of a type, as they were when the walk began. */
export declare function states(cluster: Cluster, type: string): AsyncGenerator<Resource>;
/** What does not exist and was last written before then is deleted, unless it was written since. Resolves to how many. */
export declare function purge(cluster: Cluster, before: number): Promise<number>;
