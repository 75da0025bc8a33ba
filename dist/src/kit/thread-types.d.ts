import type { ResourcePlugin } from "../plugin.ts";
export declare const plugins: readonly ResourcePlugin[];
