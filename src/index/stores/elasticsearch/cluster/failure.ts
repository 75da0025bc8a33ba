import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../../errors.ts";
import { tlsTrouble } from "../../../../tls.ts";

/** An error as an item of an answer holds it; `reason` may quote documents, so it goes nowhere as it is. */
export type ServerError = { readonly type?: string; readonly reason?: string | null };

const unavailable = (what: string): SearchlightError =>
  new SearchlightError("store-unavailable", `Elasticsearch ${what}`);

const away = (what: string): SearchlightError => unavailable(`${what}: see to the cluster, then try again`);

/** True for answers that say: not now. */
export const isBusy = (status: number): boolean => status === 429 || status >= 500;

/** What a status that is no success means for the whole of a call; 400 is our own mistake unless a search was asked. */
export function refusal(status: number, type = "no reason given"): SearchlightError {
  if (status === 401) {
    return unavailable(
      `does not let us in (401): check ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD, or ELASTICSEARCH_API_KEY`,
    );
  }
  if (status === 403) {
    return away(`refused us (403 ${type}), so check what our user may do, and blocks of the indices`);
  }
  if (status === 404) return away(`has no such index (${type}), so start the service anew to have it made`);
  if (status === 400) {
    return new SearchlightError("internal", `Elasticsearch did not understand us (${type}): this is a defect`);
  }
  return away(`answered ${status} (${type})`);
}

const TLS = { ca: "ELASTICSEARCH_CA", address: "ELASTICSEARCH_URL" };

/** Why there is no connection, without addresses, for who reads `/readyz` needs no token. */
function unreachable({ name, message }: errors.ElasticsearchClientError): SearchlightError {
  const trouble = tlsTrouble(message, TLS);
  if (trouble !== undefined) return unavailable(`cannot be reached by TLS: ${trouble}`);
  if (/other side closed|socket hang up/i.test(message))
    return away("closed the connection (if it wants TLS, ELASTICSEARCH_URL begins with https://)");
  return away(`cannot be reached (${/\bE[A-Z]{3,}\b/.exec(message)?.[0] ?? name})`);
}

/**
 * What was thrown by the client as one of our errors. The client's own hold requests with their headers, so nothing of them
 * goes further but a status and Elasticsearch's name for the error, or what was wrong with the connection.
 */
export function failureOf(error: unknown): SearchlightError {
  if (error instanceof SearchlightError) return error;
  if (error instanceof errors.ResponseError) return refusal(error.statusCode ?? 500, typeOf(error));
  if (error instanceof errors.TimeoutError) return away("did not answer in time");
  if (error instanceof errors.ElasticsearchClientError) return unreachable(error);
  return new SearchlightError("internal", "The Elasticsearch store failed: this is a defect", { cause: error });
}

type ErrorBody = { readonly error?: ServerError & { readonly root_cause?: readonly ServerError[] } };

/** Elasticsearch's name for an error: that of its cause, where it tells one. */
export function typeOf({ body }: errors.ResponseError): string | undefined {
  const error = (body as ErrorBody | undefined)?.error;
  return error?.root_cause?.[0]?.type ?? error?.type;
}

/** Runs a call of the client, its errors as ours. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(error);
  }
}

/** What Elasticsearch says, with status 400, of a search that it gives up by itself or that its administrator ended. */
const CANCELLED = "task_cancelled_exception";

/** The same for a caller's search: what Elasticsearch does not take, or not in time, is the caller's to change. */
export async function searching<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (signal?.aborted === true) {
      throw new SearchlightError("timed-out", "The search was given up before the index answered: make it simpler");
    }
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 400) throw failureOf(error);
    if (typeOf(error) === CANCELLED) throw unavailable("cancelled this search: try again");
    const message = `This search is more than the index can do (${typeOf(error)}): make it simpler`;
    throw new SearchlightError("bad-request", message);
  }
}

/** Why a document was refused, in words that hold nothing of it but the name of a field. */
export function reasonOf({ type = "unknown", reason }: ServerError): string {
  const field = /field[ =]["[]([\w.%-]{1,200})["\]]/.exec(reason ?? "")?.[1];
  return `Elasticsearch does not take the document (${type}${field === undefined ? "" : `, field ${field}`})`;
}
