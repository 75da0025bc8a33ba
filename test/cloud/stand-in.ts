import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { CloudAccount } from "../../src/cloud/keystone.ts";

/** What the stand-in answers. `body` is sent as JSON, or as it is where it is a text. */
export type Reply = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** How a request is answered; undefined leaves it to the stand-in's own Keystone, then 404. */
export type Answering = (request: IncomingMessage, url: URL) => Reply | undefined | Promise<Reply | undefined>;

/** A cloud on a port of its own. `asked` is every request so far, as `METHOD path?query`. */
export type StandIn = {
  readonly root: string;
  readonly account: CloudAccount;
  readonly asked: string[];
  answering: Answering;
  close(): Promise<void>;
};

export const PASSWORD = "pass-phrase-of-the-account";

/** The body of a token as Keystone tells it: of a project unless `changes` say otherwise. */
export const tokenBody = (changes: object = {}): { token: object } => ({
  token: {
    issued_at: "2026-11-22T20:00:00.000000Z",
    expires_at: "2099-01-01T00:00:00.000000Z",
    user: { id: "u1", name: "alice", domain: { id: "default", name: "Default" } },
    project: { id: "p1", name: "demo-a", domain: { id: "default", name: "Default" } },
    roles: [
      { id: "r1", name: "Member" },
      { id: "r2", name: "reader" },
    ],
    ...changes,
  },
});

/** Services under the same root: `/image`, `/messaging`, … */
const catalogAt = (root: string): object[] =>
  ["image", "artifact", "messaging", "orchestration"].map((type) => ({
    type,
    endpoints: [
      { interface: "internal", region: "RegionOne", url: "http://127.0.0.1:1/wrong" },
      { interface: "public", region: "RegionOne", url: `${root}/${type}` },
    ],
  }));

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}

/** Gives the service account an administrator's token of its own project `service`, and a reader's of any other. */
async function keystone(root: string, request: IncomingMessage, url: URL): Promise<Reply | undefined> {
  if (request.method !== "POST" || url.pathname !== "/v3/auth/tokens") return undefined;
  const { auth } = (await readJson(request)) as { auth: { scope: { project: { id?: string } } } };
  if (!JSON.stringify(auth).includes(PASSWORD)) return { status: 401, body: {} };
  const id = auth.scope.project.id ?? "service";
  const roles = [{ name: id === "service" ? "admin" : "reader" }];
  return {
    status: 201,
    headers: { "X-Subject-Token": `token-of-${id}` },
    body: tokenBody({ project: { id }, roles, catalog: catalogAt(root) }),
  };
}

/** Starts a cloud of one process: what no test says is answered as Keystone would. */
export async function standIn(answering: Answering = () => undefined): Promise<StandIn> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", cloud.root);
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    void (async () => {
      const reply = (await cloud.answering(request, url)) ??
        (await keystone(cloud.root, request, url)) ?? { status: 404 };
      response.sendDate = false;
      response.writeHead(reply.status ?? 200, { "Content-Type": "application/json", ...reply.headers });
      response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {}));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud: StandIn = {
    root,
    asked,
    answering,
    account: {
      authUrl: root,
      username: "searchlight",
      password: PASSWORD,
      projectName: "service",
      userDomainId: "default",
      projectDomainId: "default",
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return cloud;
}
