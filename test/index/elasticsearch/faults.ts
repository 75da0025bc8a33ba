import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What befalls one request: a status instead of an answer, a search that the cluster cancels, the connection broken before the
 * request is passed on or after, or no answer at all.
 */
export type Fault = number | "cancelled" | "broken" | "broken-after" | "silent";

/**
 * A way to a cluster on which things go wrong. `faults` are taken one a request; `only` says which requests. `before`: each
 * waits for that.
 */
export type Proxy = {
  readonly url: string;
  faults: Fault[];
  only: (path: string, bytes: number, body: string) => boolean;
  before: (path: string, body: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a request carries; nothing where its sender was gone before all was read, as a killed worker is. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return undefined; // a connection that broke: reading from one fails in no other way
  }
  return Buffer.concat(chunks);
}

function refuse(answer: ServerResponse, status: number, type = "made_up_exception"): void {
  answer.writeHead(status, { "content-type": "application/json", "x-elastic-product": "Elasticsearch" });
  const cause = { type, reason: "a test" };
  answer.end(JSON.stringify({ error: { root_cause: [cause], ...cause }, status }));
}

function pass(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  broken: boolean,
): void {
  const onward = request(new URL(url!, target), { method: method!, headers }, (reply) => {
    if (broken || answer.destroyed) {
      reply.resume().once("end", () => answer.destroy());
      return;
    }
    answer.writeHead(reply.statusCode!, reply.headers);
    reply.pipe(answer);
    // A sender that is gone reads no further, and what nobody reads keeps its connection open for ever.
    answer.once("close", () => reply.resume());
  });
  onward.on("error", () => answer.destroy());
  onward.end(body);
}

/** Starts such a way to the cluster at `target`; without faults it only passes on. */
export async function proxyTo(target: string): Promise<Proxy> {
  const proxy = { faults: [] as Fault[], only: (): boolean => true, before: async (): Promise<void> => {} };
  const handle = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    if (body === undefined) return;
    const before: Proxy["before"] = proxy.before;
    await before(incoming.url!, body.toString());
    const only: Proxy["only"] = proxy.only;
    const fault = only(incoming.url!, body.length, body.toString()) ? proxy.faults.shift() : undefined;
    if (typeof fault === "number") refuse(answer, fault);
    else if (fault === "cancelled") refuse(answer, 400, "task_cancelled_exception");
    else if (fault === "broken") answer.destroy();
    else if (fault !== "silent") pass(target, incoming, body, answer, fault === "broken-after");
  };
  const server = createServer((incoming, answer) => void handle(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, { url: `http://127.0.0.1:${port}`, close });
}
