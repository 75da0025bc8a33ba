import { Client } from "@elastic/elasticsearch";

/** How to reach a cluster: its URL, and a user with password, or an API key; `ca` is a PEM text. */
export type Connection = {
  readonly node: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly ca?: string | undefined;
};

const REQUEST_MILLISECONDS = 30_000;

/** A client that tries nothing again by itself: who calls knows whether it may, and how long it has. */
export function clientOf({ node, username, password, apiKey, ca }: Connection): Client {
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
