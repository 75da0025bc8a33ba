import { type ResourcePlugin, type Told } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** What it returns must be storable; all that it may throw is an error that names places, as zod's does. */
export declare function toleratesAnything(tell: () => readonly Told[] | void): void;
/** Given anything at all, a plugin answers with what can be stored, or says what is wrong with it. */
export declare function fuzzLaw(plugin: ResourcePlugin, samples: Samples, runs: number): Law;
