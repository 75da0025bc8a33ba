import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** Administrators' fields do not exist for others: whatever they hold, every answer to everybody else is the same. */
export declare function hiddenLaws(plugin: ResourcePlugin, samples: Samples): Law[];
