import { plugins } from "../../plugins/all.ts";
import { createApp } from "../../src/api/app.ts";
import { listen } from "../../src/api/listen.ts";
import { staticTokens } from "../../src/api/principal.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { policyOf } from "../../src/index/policy.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";
import { createLog } from "../../src/log.ts";
import { creations } from "../traffic.ts";
import { print, quantile } from "./table.ts";

const COUNT = Number(process.env["BENCH_RESOURCES"] ?? 100_000);
const RUNS = 200;
const catalog = catalogOf(plugins);
const PROJECT = `${"0".repeat(30)}40`;

const facet = (field: string): object => ({ terms: { field, size: 10 } });
const words = (query: string): object => ({ query_string: { query, default_operator: "AND" } });

/** [what, body]: five searches of every day. */
const SEARCHES: [string, object][] = [
  ["term", { query: { term: { status: "active" } } }],
  [
    "two words and a filter",
    { query: { bool: { must: [words("ubuntu web")], filter: [{ term: { visibility: "public" } }] } } },
  ],
  [
    "a word with five facets",
    {
      query: words("debian"),
      aggs: Object.fromEntries(
        ["status", "visibility", "disk_format", "tags", "properties.os_version"].map((field, i) => [
          `f${i}`,
          facet(field),
        ]),
      ),
    },
  ],
  ["prefix", { query: { prefix: { name: "fedora-1" } } }],
  ["range, sorted by date", { query: { range: { size: { gte: 4e9 } } }, sort: [{ created_at: "desc" }] }],
];

const PEOPLE = [
  { token: "bench-member", userId: "m", projectId: PROJECT, roles: ["member"] },
  { token: "bench-admin", userId: "a", projectId: PROJECT, roles: ["admin"] },
];

type Asked = {
  readonly name: string;
  readonly ask: (token: string, body: object) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Fills a store and serves it. `ask` resolves to how long an answer took, in milliseconds, over HTTP. */
async function served(name: string, store: IndexStore, records: readonly string[]): Promise<Asked> {
  const route = routerOf(plugins);
  for (let i = 0; i < records.length; i += 1000) {
    await handle(
      records.slice(i, i + 1000).map((text) => ({ value: Buffer.from(text), from: "bench", timestamp: 0 })),
      route,
      store,
    );
  }
  await store.refresh();
  const app = createApp({
    store,
    catalog,
    log: createLog("error"),
    policy: policyOf(catalog),
    limits: { requests: 1e9 },
    identify: staticTokens(PEOPLE),
    ready: () => store.ready(),
  });
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const ask = async (token: string, body: object): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`${server.url}/v1/search`, {
      method: "POST",
      headers: { "x-auth-token": token, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { hits } = (await answer.json()) as { hits: { total: number } };
    if (!answer.ok || hits.total === 0)
      throw new Error(`${name}: a search of the benchmark found nothing (${answer.status})`);
    return performance.now() - began;
  };
  return { name, ask, close: async () => (await server.close(), store.close()) };
}

/** The same searches of the same people against each store in turn, over HTTP; p50 and p95 in milliseconds. */
export async function benchSearch(stores: readonly [name: string, open: () => Promise<IndexStore>][]): Promise<void> {
  const records = creations(COUNT);
  const sides: Asked[] = [];
  for (const [name, open] of stores) sides.push(await served(name, await open(), records));
  const rows: string[][] = [["", ...sides.flatMap(({ name }) => [`${name} p50`, "p95"])]];
  for (const { token } of PEOPLE) {
    for (const [what, search] of SEARCHES) {
      const body = token === "bench-admin" ? { ...search, all_projects: true } : search;
      const measured = sides.map((): number[] => []);
      for (let run = -10; run < RUNS; run++) {
        for (const [i, side] of sides.entries()) {
          const took = await side.ask(token, body);
          if (run >= 0) measured[i]!.push(took);
        }
      }
      rows.push([
        `${token.replace("bench-", "")}: ${what}`,
        ...measured.flatMap((times) => [quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]),
      ]);
    }
  }
  for (const side of sides) await side.close();
  print(`Searches over HTTP at ${COUNT.toLocaleString("en")} images, one client, milliseconds`, rows);
}
