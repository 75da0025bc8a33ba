import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../../src/index/catalog.ts";
import { plugins as narrow } from "../contract-types.ts";
import { absent, client, node, open, ownPrefix } from "../elasticsearch/cluster.ts";
import { proxyTo } from "../elasticsearch/faults.ts";
import { plugins as wide } from "../embedded/wide-types.ts";
import { ROCKET } from "../worlds.ts";
import { judged } from "./judged.ts";
import { settled, underLoad } from "./load.ts";
import { rebuilding } from "./process.ts";

const ROUNDS = Number(process.env["REBUILD_ROUNDS"] ?? 1);
const catalogs = [narrow, wide].map((plugins) => catalogOf(plugins.filter(({ type }) => type === ROCKET)));

test(
  "Elasticsearch: searched and written to all the time, rebuilt for another schema, killed while it copies and behind its fence, an index misses nothing",
  { skip: absent },
  async (t) => {
    for (let round = 0; round < ROUNDS; round++) {
      const prefix = ownPrefix();
      const before = await open({ prefix, catalog: catalogs[0]!, shards: 3 });
      await before.apply(settled());
      await before.refresh();
      await before.close();
      const proxy = await proxyTo(node);
      t.after(() => proxy.close());
      /** Resolves when the rebuild waits for an answer to such a request, which never comes. */
      const stuckAt = (is: (path: string, body: string) => boolean): Promise<void> =>
        new Promise((resolve) => {
          proxy.faults = ["silent"];
          proxy.only = (path, _, body) => is(path, body) && (resolve(), true);
        });
      const stores = await Promise.all([1, 2, 3].map(() => open({ prefix, catalog: catalogs[1]! })));
      t.after(() => Promise.all(stores.map((store) => store.close())));
      let pages = 0;
      const load = await underLoad({ writers: stores, searchers: stores.slice(0, 2) }, async () => {
        const copying = stuckAt((path) => path.startsWith("/_bulk") && ++pages === 3);
        await rebuilding([proxy.url, prefix], { after: copying });
        const fenced = stuckAt((path, body) => path.startsWith("/_aliases") && body.includes(`${prefix}-all`));
        await rebuilding([proxy.url, prefix], { after: fenced });
        const { [`${prefix}-test-acme-rocket-000001`]: old } = await client().indices.getSettings({
          index: `${prefix}-test-acme-rocket-000001`,
        });
        assert.equal(old?.settings?.index?.blocks?.write, "true", "it was killed with the fence up");
        // Whoever writes waits, and takes the fence away.
        await stores[0]!.apply(settled().slice(0, 1));
        await rebuilding([node, prefix]);
      });
      t.diagnostic(`${load.told.length} operations, ${load.searches} searches`);
      assert.ok(load.told.length > 200 && load.searches > 200, "there was a load");
      await judged(stores[0]!, catalogs[1]!, [...settled(), ...load.told]);
    }
  },
);
