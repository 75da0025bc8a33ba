import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FLAGS } from "./flags.ts";
import { asked, PEOPLE } from "./questions.ts";
import { post, search, startSide, type Side } from "./side.ts";
import { milliseconds, print, quantile } from "./table.ts";

type Sent = { readonly path: string; readonly type: string; readonly body: string };

/** A stand-in before Elasticsearch that passes everything on, and keeps what was sent. */
async function recorder(node: string): Promise<{ url: string; taken: () => Sent[]; close: () => void }> {
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const type = request.headers["content-type"] ?? "application/json";
      sent.push({ path: request.url!, type, body });
      void pass(node, request.method!, { path: request.url!, type, body }, response);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const all = sent;
      sent = [];
      return all;
    },
    close: () => server.close(),
  };
}

async function pass(node: string, method: string, { path, type, body }: Sent, back: ServerResponse): Promise<void> {
  const headers = { "content-type": type, accept: type };
  const answer = await fetch(node + path, { method, headers, ...(body !== "" && { body }) });
  const told = { "content-type": answer.headers.get("content-type")!, "x-elastic-product": "Elasticsearch" };
  back.writeHead(answer.status, told).end(await answer.text());
}

/** Of the requests that a search makes, the search itself: what else is asked (names) is what we add to it. */
const itself = (sent: readonly Sent[]): Sent[] => {
  const most = Math.max(...sent.map(({ path }) => path.length));
  return sent.filter(({ path }) => path.length === most);
};

/** The request that is each search through our API, as Elasticsearch gets it. */
async function recorded(node: string): Promise<Sent[][]> {
  const between = await recorder(node);
  const side = await startSide("elasticsearch", between.url, 0);
  const all: Sent[][] = [];
  for (const person of PEOPLE) {
    for (const [, body] of asked(person)) {
      between.taken();
      await search(side, person.token, body);
      all.push(itself(between.taken()));
    }
  }
  await side.stop();
  between.close();
  return all;
}

async function direct(node: string, sent: readonly Sent[]): Promise<number> {
  let took = 0;
  for (const { path, type, body } of sent)
    took += (await post(node + path, body, { "content-type": type, accept: type })).took;
  return took;
}

/** The same search through our API and, as the very same request, sent to Elasticsearch directly: in turn, medians. */
export async function benchOverhead(node: string, side: Side): Promise<void> {
  const sent = await recorded(node);
  const rows: string[][] = [["", "direct p50", "through us p50", "more", "%", "our processor"]];
  let i = 0;
  for (const person of PEOPLE) {
    for (const [what, body] of asked(person)) {
      const requests = sent[i++]!;
      const times: [number[], number[]] = [[], []];
      let before = 0;
      for (let run = -10; run < FLAGS.runs; run++) {
        if (run === 0) before = await side.tell({ what: "processor" });
        // Each goes first in turn, so that neither finds more in Elasticsearch's caches.
        const first = run % 2 === 0 ? await direct(node, requests) : undefined;
        const ours = await search(side, person.token, body);
        const alone = first ?? (await direct(node, requests));
        if (run < 0) continue;
        times[0].push(alone);
        times[1].push(ours);
      }
      const [alone, ours] = times.map((one) => quantile(one, 0.5)) as [number, number];
      const more = ours - alone;
      const computed = ((await side.tell({ what: "processor" })) - before) / FLAGS.runs;
      const share = ((more / alone) * 100).toFixed(0);
      const figures = [...[alone, ours, more].map(milliseconds), share, milliseconds(computed)];
      rows.push([`${person.name}: ${what}`, ...figures]);
    }
  }
  print("What a search through our API takes longer than Elasticsearch alone, milliseconds", rows);
}
