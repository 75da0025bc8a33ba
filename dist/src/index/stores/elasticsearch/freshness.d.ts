import { type Freshness } from "../../freshness.ts";
import type { Cluster } from "./send.ts";
/** What was noted last, by whichever process. */
export declare const freshness: (cluster: Cluster) => Promise<Freshness>;
/** Joins what is told to what is kept, whoever else does so at the same time. */
export declare const note: (cluster: Cluster, told: Freshness) => Promise<void>;
