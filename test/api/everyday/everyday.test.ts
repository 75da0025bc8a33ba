import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { plugins } from "../../../plugins/all.ts";
import { createApp, type App } from "../../../src/api/app.ts";
import { staticTokens } from "../../../src/api/principal.ts";
import { catalogOf } from "../../../src/index/catalog.ts";
import { policyOf } from "../../../src/index/policy.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { absent, open, ownPrefix } from "../../index/elasticsearch/cluster.ts";
import { keptLog } from "../world.ts";
import { cloud, people } from "./cloud.ts";
import { EVERYDAY, type Everyday } from "./searches.ts";

const catalog = catalogOf(plugins);
const definitions = new URL("../../../plugins/all.ts", import.meta.url);
const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
after(() => rmSync(directory, { recursive: true }));

/** [what, how to open it, why it is not here]. */
const ENGINES: [string, () => Promise<IndexStore>, string | false][] = [
  ["memory", async () => memoryStore(catalog), false],
  ["the embedded index", () => embeddedStore({ directory, definitions }), false],
  ["Elasticsearch", () => open({ catalog, prefix: ownPrefix() }), absent],
];

type Hit = { _type: string; _source: { name: string; version?: string } };
const told = ({ _type, _source: { name, version } }: Hit): string =>
  [_type.split("::").at(-1), name, ...(version === undefined ? [] : [version])].join(" ");

/** What an app puts at the top of a search. */
async function firstOf(app: App, [token, search]: Everyday): Promise<string | undefined> {
  const headers = { "X-Auth-Token": token };
  const all = token === "root";
  const answer = await (typeof search === "string"
    ? app.request(`/v1/search?${new URLSearchParams({ q: search }).toString()}`, { headers })
    : app.request("/v1/search", { method: "POST", headers, body: JSON.stringify({ ...search, all_projects: all }) }));
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  const [first] = (JSON.parse(text) as { hits: { hits: Hit[] } }).hits.hits;
  return first && told(first);
}

for (const [name, opened, skip] of ENGINES)
  describe(`in ${name}, what a person would expect at the top is at the top`, { skip }, () => {
    let store: IndexStore;
    let app: App;
    before(async () => {
      store = await opened();
      await store.apply(cloud);
      await store.refresh();
      app = createApp({
        store,
        catalog,
        policy: policyOf(catalog),
        identify: staticTokens(people),
        ready: () => store.ready(),
        log: keptLog().log,
      });
    });
    after(() => store.close());
    for (const everyday of EVERYDAY) {
      const [who, search, first] = everyday;
      const asked = typeof search === "string" ? search : JSON.stringify(search);
      test(`${who} searches ${asked}: ${first}`, async () => assert.equal(await firstOf(app, everyday), first));
    }
  });
