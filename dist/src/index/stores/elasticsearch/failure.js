import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../errors.js";
const away = (what) => new SearchlightError("store-unavailable", `Elasticsearch ${what}: see to the cluster, then try again`);
/** True for answers that say: not now. */
export const isBusy = (status) => status === 429 || status >= 500;
/** What a status that is no success means for the whole of a call; 400 is our own mistake unless a search was asked. */
export function refusal(status, type = "no reason given") {
    if (status === 401 || status === 403) {
        return away(`refused us (${status} ${type}), so check its credentials, privileges and blocks`);
    }
    if (status === 404)
        return away(`has no such index (${type}), so start the service anew to have it made`);
    if (status === 400) {
        return new SearchlightError("internal", `Elasticsearch did not understand us (${type}): this is a defect`);
    }
    return away(`answered ${status} (${type})`);
}
/**
 * What was thrown by the client as one of our errors. The client's own hold requests with their headers, so nothing of them
 * goes further but a status and Elasticsearch's name for the error.
 */
export function failureOf(error) {
    if (error instanceof SearchlightError)
        return error;
    if (error instanceof errors.ResponseError)
        return refusal(error.statusCode ?? 500, typeOf(error));
    if (error instanceof errors.TimeoutError)
        return away("did not answer in time");
    if (error instanceof errors.ElasticsearchClientError)
        return away(`cannot be reached (${error.name})`);
    return new SearchlightError("internal", "The Elasticsearch store failed: this is a defect", { cause: error });
}
/** Elasticsearch's name for an error: that of its cause, where it tells one. */
export function typeOf({ body }) {
    const error = body?.error;
    return error?.root_cause?.[0]?.type ?? error?.type;
}
/** Runs a call of the client, its errors as ours. */
export async function calling(call) {
    try {
        return await call();
    }
    catch (error) {
        throw failureOf(error);
    }
}
/** The same for a caller's search: what Elasticsearch does not take, or not in time, is the caller's to change. */
export async function searching(call, signal) {
    try {
        return await call();
    }
    catch (error) {
        if (signal?.aborted === true) {
            throw new SearchlightError("timed-out", "The search was given up before the index answered: make it simpler");
        }
        if (!(error instanceof errors.ResponseError) || error.statusCode !== 400)
            throw failureOf(error);
        const message = `This search is more than the index can do (${typeOf(error)}): make it simpler`;
        throw new SearchlightError("bad-request", message);
    }
}
/** Why a document was refused, in words that hold nothing of it but the name of a field. */
export function reasonOf({ type = "unknown", reason }) {
    const field = /field[ =]["[]([\w.%-]{1,200})["\]]/.exec(reason ?? "")?.[1];
    return `Elasticsearch does not take the document (${type}${field === undefined ? "" : `, field ${field}`})`;
}
