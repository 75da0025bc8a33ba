import type { Config } from "../config.ts";
import { type Counts } from "../ingest/worker.ts";
/**
 * Reads files of records into the index: progress on a terminal, counts at the end. Resolves to the counts.
 *
 * @throws SearchlightError `store-locked` when a running service holds the index, saying how to post to it instead
 */
export declare function replay(config: Config, files: readonly string[], signal: AbortSignal): Promise<Counts>;
