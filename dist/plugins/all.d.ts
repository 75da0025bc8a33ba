import type { ResourcePlugin } from "../src/plugin.ts";
/** Every resource type that this service indexes. A new one is a file beside these and a line here. */
export declare const plugins: readonly ResourcePlugin[];
