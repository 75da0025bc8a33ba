/**
 * One side of the benchmark, in a process of its own as in real life: a store, filled on demand, and the API before it.
 * Started with the engine's name, an address or a directory, the number of resources, and a prefix for indices; answers messages.
 */
import { plugins } from "../../plugins/all.ts";
import { createApp } from "../../src/api/app.ts";
import { listen } from "../../src/api/listen.ts";
import { staticTokens } from "../../src/api/principal.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { policyOf } from "../../src/index/policy.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { createLog } from "../../src/log.ts";
import { resources } from "./population.ts";
import { PEOPLE } from "./questions.ts";

/** What the benchmark may ask of a side, and what it answers. */
export type Order =
  | { readonly what: "fill" }
  | { readonly what: "memory" }
  | { readonly what: "processor" }
  | { readonly what: "change"; rate: number }
  | { readonly what: "stop" };
export type Report = { readonly value: number; readonly url?: string };

const [engine, place = "", number = "0", prefix = "", searchers = "0", shards = "1"] = process.argv.slice(2);
const count = Number(number);
const catalog = catalogOf(plugins);

const began = performance.now();
const store =
  engine === "embedded"
    ? await embeddedStore({
        directory: place,
        definitions: new URL("../../plugins/all.ts", import.meta.url),
        searchers: Number(searchers),
      })
    : await elasticsearchStore({ catalog, node: place, prefix, shards: Number(shards) });
const took = performance.now() - began;

const report = (value: number, url?: string): void =>
  void process.send!({ value, ...(url && { url }) } satisfies Report);

/** Batches under way at once, as from several partitions. */
const ABREAST = 4;

async function fill(): Promise<void> {
  const begin = performance.now();
  let next = 0;
  async function lane(): Promise<void> {
    for (let from = next; from < count; from = next) {
      next += 1000;
      await store.apply(resources(from, from + 1000, count));
    }
  }
  await Promise.all(Array.from({ length: ABREAST }, lane));
  await store.refresh();
  report((count / (performance.now() - begin)) * 1000);
}

/** Milliseconds that this process has computed, on all its threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let changing: NodeJS.Timeout | undefined;

/** Changes so many resources a second until told otherwise: one in two is changed, the others are new. */
function change(rate: number): void {
  clearInterval(changing);
  let round = 0;
  const each = Math.max(1, Math.round(rate / 50));
  if (rate > 0) {
    changing = setInterval(() => {
      const from = (round++ * 7919) % count;
      void store.apply([
        ...resources(from, from + each / 2, count, round),
        ...resources(count + round * each, count + round * each + each / 2, Infinity),
      ]);
    }, 20);
  }
  report(rate);
}

const app = createApp({
  store,
  catalog,
  log: createLog("error"),
  policy: policyOf(catalog),
  limits: { requests: 1e9, concurrent: 1e6 },
  identify: staticTokens(PEOPLE.map((person) => ({ ...person, roles: [...person.roles] }))),
  ready: () => store.ready(),
  namesFor: 250, // as the service has it
});
const server = await listen(app, { host: "127.0.0.1", port: 0 });

// The benchmark that asked is gone, however it ended.
process.once("disconnect", () => process.exit());
process.on("message", (order: Order) => {
  if (order.what === "fill") void fill();
  else if (order.what === "memory") report(process.memoryUsage.rss());
  else if (order.what === "processor") report(processorTime());
  else if (order.what === "change") change(order.rate);
  else
    void server
      .close()
      .then(() => store.close())
      .then(() => process.disconnect());
});
report(took, server.url);
