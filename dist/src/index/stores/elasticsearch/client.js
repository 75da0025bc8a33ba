import { Client } from "@elastic/elasticsearch";
const REQUEST_MILLISECONDS = 30_000;
/** A client that tries nothing again by itself: who calls knows whether it may, and how long it has. */
export function clientOf({ node, username, password, apiKey, ca }) {
    return new Client({
        node,
        maxRetries: 0,
        requestTimeout: REQUEST_MILLISECONDS,
        ...(apiKey !== undefined
            ? { auth: { apiKey } }
            : username !== undefined && { auth: { username, password: password ?? "" } }),
        ...(ca !== undefined && { tls: { ca } }),
    });
}
