import { type Client } from "@elastic/elasticsearch";
import { type ServerError } from "./failure.ts";
/** One write of a bulk request: its lines, and how large they are together. */
export type Write = {
    readonly lines: readonly string[];
    readonly bytes: number;
};
/** What became of one write; 413 when it alone is more than Elasticsearch takes. */
export type Written = {
    readonly status: number;
    readonly error?: ServerError;
};
export declare const writeOf: (...lines: readonly string[]) => Write;
/** `requireAlias`: refuse to write where no alias of that name is, rather than make an index. */
type Options = {
    readonly requireAlias: boolean;
};
/**
 * Writes, durably, what became of each in their order; too large a request is halved until it fits. Never refreshes.
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of some: they may have been written or not
 */
export declare function bulk(client: Client, writes: readonly Write[], options?: Options): Promise<Written[]>;
export {};
