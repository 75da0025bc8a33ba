import { FLAGS } from "./flags.ts";
import { passing } from "./passing.ts";
import { asked, PEOPLE } from "./questions.ts";
import { post, search, startSide, type Side } from "./side.ts";
import { warmed } from "./warmed.ts";
import { milliseconds, print, quantile } from "./table.ts";

type Sent = { readonly path: string; readonly type: string; readonly body: string };

type Recorder = { readonly url: string; readonly taken: () => Sent[]; readonly close: () => Promise<void> };

/** A stand-in before Elasticsearch that passes everything on, and keeps what was sent. */
async function recorder(node: string): Promise<Recorder> {
  let sent: Sent[] = [];
  const { url, close } = await passing(node, ({ path, headers, body }) => {
    sent.push({ path, type: headers["content-type"] ?? "application/json", body: body.toString() });
  });
  const taken = (): Sent[] => {
    const all = sent;
    sent = [];
    return all;
  };
  return { url, taken, close };
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
  await between.close();
  return all;
}

async function direct(node: string, sent: readonly Sent[]): Promise<number> {
  let took = 0;
  for (const { path, type, body } of sent)
    took += (await post(node + path, body, { "content-type": type, accept: type })).took;
  return took;
}

/** One search in three ways, in turn, as often as it is asked; the medians. Each goes first in turn, so that none finds more in caches. */
async function inTurn(ways: readonly (() => Promise<number>)[], side: Side): Promise<[number[], number]> {
  const times = ways.map((): number[] => []);
  let before = 0;
  for (let run = -10; run < FLAGS.runs; run++) {
    if (run === 0) before = await side.tell({ what: "processor" });
    for (let i = 0; i < ways.length; i++) {
      const way = (run + 10 + i) % ways.length;
      const took = await ways[way]!();
      if (run >= 0) times[way]!.push(took);
    }
  }
  const computed = ((await side.tell({ what: "processor" })) - before) / FLAGS.runs;
  return [times.map((one) => quantile(one, 0.5)), computed];
}

/**
 * The same search through our API and, as the very same request, sent to Elasticsearch directly; and through a server between
 * that only passes on, which is the least that anything between can take.
 */
export async function benchOverhead(node: string, side: Side): Promise<void> {
  const sent = await recorded(node);
  await warmed(side);
  const between = await passing(node, () => {});
  const rows: string[][] = [["", "direct p50", "passed on", "through us", "more", "%", "our processor"]];
  let i = 0;
  for (const person of PEOPLE) {
    for (const [what, body] of asked(person)) {
      const requests = sent[i++]!;
      const ways = [
        () => direct(node, requests),
        () => direct(between.url, requests),
        () => search(side, person.token, body),
      ];
      const [[alone, passed, ours], computed] = (await inTurn(ways, side)) as [[number, number, number], number];
      const more = ours - alone;
      const figures = [...[alone, passed, ours, more].map(milliseconds), ((more / alone) * 100).toFixed(0)];
      rows.push([`${person.name}: ${what}`, ...figures, milliseconds(computed)]);
    }
  }
  await between.close();
  print("What a search through our API takes longer than Elasticsearch alone, milliseconds", rows);
}
