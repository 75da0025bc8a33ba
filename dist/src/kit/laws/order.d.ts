import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** Order, repeats and tombstones: what makes the index end the same however events reach it. */
export declare function orderLaws(plugin: ResourcePlugin, samples: Samples, runs: number): Law[];
