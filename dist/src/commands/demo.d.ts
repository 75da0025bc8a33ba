import type { Config } from "../config.ts";
/** Starts the whole service on a sample cloud in a folder that goes when it stops, and says who will see what. */
export declare function demo(config: Config, signal: AbortSignal, tell: (text: string) => void): Promise<void>;
