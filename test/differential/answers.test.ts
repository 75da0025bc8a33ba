import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createApp, type App } from "../../src/api/app.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { askings, type Asking } from "../api/isolation/questions.ts";
import { partsOf } from "../api/world.ts";
import { operations } from "../index/arbitraries.ts";
import { absent, empty, open, ownPrefix } from "../index/elasticsearch/cluster.ts";
import { directoryOf, opened } from "../index/embedded/directory.ts";
import { catalog } from "../index/worlds.ts";

/** `npm run test:differential` asks more. */
const QUESTIONS = Number(process.env["DIFFERENTIAL_QUESTIONS"] ?? 300);
const A_WORLD = 50;

/** A part of an answer that the engines need not agree on: of requests to `path`, whose text holds `asked`; and why. */
type Exception = { readonly path: string; readonly asked: string; readonly reason: string };
const exceptions = JSON.parse(readFileSync(new URL("exceptions.json", import.meta.url), "utf8")) as Exception[];
const isExcepted = ({ path, body }: Asking): boolean =>
  exceptions.some((one) => path.startsWith(one.path) && JSON.stringify(body ?? {}).includes(one.asked));

/** The whole answer, but for how long it took and when it was stored. */
async function answered(app: App, { method, path, body }: Asking, token: string): Promise<string> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await app.request(path, { method, ...init, headers: { "X-Auth-Token": token } });
  const headers = [answer.headers.get("content-type"), answer.headers.get("link")].join(" ");
  const text = (await answer.text()).replace(/"took":\d+/, '"took":0').replace(/"stored\/\d+"/, '"stored/0"');
  return `${answer.status} ${headers} ${text}`;
}

const worlds = fc.tuple(
  fc.array(operations(["r1", "r2", "r3", "h1", "h2", "x y"]), { minLength: 5, maxLength: 60 }),
  fc.array(fc.tuple(askings, fc.constantFrom("p1", "p2", "p3", "admin")), { minLength: A_WORLD, maxLength: A_WORLD }),
);

const prefix = ownPrefix();
let cluster: IndexStore | undefined;
before(async () => {
  if (!absent) cluster = await open({ prefix });
});
after(() => cluster?.close());

/** Every address of the API, over a world in a store of its own. */
const over = async (store: IndexStore): Promise<App> =>
  createApp(await partsOf([], { store, limits: { requests: 1e9 } }));

/** [an engine, its store with nothing in it, why it cannot be compared]. */
const ENGINES: [string, (t: Parameters<typeof directoryOf>[0]) => Promise<IndexStore>, string | false][] = [
  ["the embedded engine", (t) => opened(t, directoryOf(t)), false],
  ["Elasticsearch", async () => (await empty(prefix), cluster!), absent],
];

for (const [name, emptyStore, skip] of ENGINES)
  test(
    `${name} answers every request as the reference does: hits, order, scores, totals, facets, highlights, exports`,
    { skip },
    (t) =>
      fc.assert(
        fc.asyncProperty(worlds, async ([all, asked]) => {
          const [reference, store] = [memoryStore(catalog), await emptyStore(t)];
          for (const each of [reference, store]) {
            await each.apply(all);
            await each.refresh();
          }
          const [right, other] = [await over(reference), await over(store)];
          for (const [asking, token] of asked) {
            if (isExcepted(asking)) continue;
            const expected = await answered(right, asking, token);
            assert.equal(await answered(other, asking, token), expected, JSON.stringify([asking, token]));
          }
          if (store !== cluster) await store.close();
        }),
        { numRuns: Math.ceil(QUESTIONS / A_WORLD), endOnFailure: true },
      ),
  );
