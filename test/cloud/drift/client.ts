import { below, endpointOf } from "../../../src/cloud/endpoint.ts";
import { keystoneOf, type CloudAccount, type CloudToken } from "../../../src/cloud/keystone.ts";

/** Somebody who changes things in a cloud. */
export type Client = {
  readonly projectId: string;
  readonly token: CloudToken;
  /** Asks a service; the answer's JSON. @throws with what was answered, unless that is a success */
  ask(service: string, method: string, path: string, body?: unknown, type?: string): Promise<Record<string, unknown>>;
};

const CLIENT_ID = "9a3d6c1e-52f8-4f0b-8a5e-0c8f1c2b7d64";

/** A client for a user (`name:password:project`, or a project by its id) of the account's cloud. */
export async function clientOf(account: CloudAccount, user: string, projectId?: string): Promise<Client> {
  const [username, password, projectName] = user.split(":");
  const as = { ...account, username, password, projectName, applicationCredentialId: undefined };
  const token = await keystoneOf(as).token(projectId);
  return {
    projectId: token.projectId!,
    token,
    async ask(service, method, path, body, type = "application/json") {
      const url = below(endpointOf(token, service, account)!, path);
      const headers = { "X-Auth-Token": token.value, "Client-ID": CLIENT_ID, "Content-Type": type };
      const response = await fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok)
        throw new Error(`${method} ${url.pathname} was answered with ${response.status}: ${text.slice(0, 200)}`);
      return text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
    },
  };
}
