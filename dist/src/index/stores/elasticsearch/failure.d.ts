import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../errors.ts";
/** An error as an item of an answer holds it; `reason` may quote documents, so it goes nowhere as it is. */
export type ServerError = {
    readonly type?: string;
    readonly reason?: string | null;
};
/** True for answers that say: not now. */
export declare const isBusy: (status: number) => boolean;
/** What a status that is no success means for the whole of a call; 400 is our own mistake unless a search was asked. */
export declare function refusal(status: number, type?: string): SearchlightError;
/**
 * What was thrown by the client as one of our errors. The client's own hold requests with their headers, so nothing of them
 * goes further but a status and Elasticsearch's name for the error.
 */
export declare function failureOf(error: unknown): SearchlightError;
/** Elasticsearch's name for an error: that of its cause, where it tells one. */
export declare function typeOf({ body }: errors.ResponseError): string | undefined;
/** Runs a call of the client, its errors as ours. */
export declare function calling<T>(call: () => Promise<T>): Promise<T>;
/** The same for a caller's search: what Elasticsearch does not take, or not in time, is the caller's to change. */
export declare function searching<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
/** Why a document was refused, in words that hold nothing of it but the name of a field. */
export declare function reasonOf({ type, reason }: ServerError): string;
