import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** What is told is what the schema declares, and somebody sees it. */
export declare function fieldLaws(plugin: ResourcePlugin, samples: Samples): Law[];
