import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** Who lists, and when, in the samples of listings. */
export declare const LISTED: {
    projectId: string;
    observed: number;
};
/** A folder is a test: what it holds means what its author says. */
export declare const sampleLaws: (plugins: readonly ResourcePlugin[], { events, lists }: Samples) => Law[];
/** The event types that plugins read and no sample has: what is said of them was never tried. */
export declare function unsampled(plugins: readonly ResourcePlugin[], { events }: Samples): string[];
