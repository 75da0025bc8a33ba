import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { FLAGS } from "./flags.ts";
import type { Order, Report } from "./server.ts";

/** One engine behind its API, in a process of its own. */
export type Side = {
  readonly name: string;
  readonly url: string;
  /** How long opening the store took, in milliseconds. */
  readonly opened: number;
  readonly tell: (order: Order) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** What the names of this run's indices start with. */
export const PREFIX = `bench-search-${process.pid}`;

/** Starts a side: `place` is Elasticsearch's address, or the embedded index's directory. */
export async function startSide(name: string, place: string, count: number): Promise<Side> {
  const execArgv = FLAGS.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${FLAGS.profile}`];
  const args = [name, place, String(count), PREFIX, String(FLAGS.searchers), String(FLAGS.shards)];
  const child = fork(new URL("./server.ts", import.meta.url), args, { execArgv });
  const next = async (): Promise<Report> => {
    const [report] = (await once(child, "message")) as [Report];
    return report;
  };
  const { value, url } = await next();
  return {
    name,
    url: url!,
    opened: value,
    async tell(order) {
      child.send(order);
      return (await next()).value;
    },
    async stop() {
      child.send({ what: "stop" } satisfies Order);
      await once(child, "exit");
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** What is sent: a body only where there is one. */
type Sent = {
  readonly method: "GET" | "POST";
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends a request; resolves to the answer and how long it took, in milliseconds. @throws when it is no success */
export function send(url: string, { method, body = "", headers = {} }: Sent): Promise<{ text: string; took: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const took = performance.now() - began;
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve({ text, took });
        else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

/** Posts a body; see `send`. */
export const post = (url: string, body: string, headers: Record<string, string> = {}): ReturnType<typeof send> =>
  send(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers },
  });

/** Searches as somebody; resolves to how long it took. */
export async function search(side: Side, token: string, body: string): Promise<number> {
  return (await post(`${side.url}/v1/search`, body, { "x-auth-token": token })).took;
}
