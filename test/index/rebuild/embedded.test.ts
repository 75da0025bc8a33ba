import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../../src/index/catalog.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { definitions, directoryOf } from "../embedded/directory.ts";
import { plugins as wide } from "../embedded/wide-types.ts";
import { judged } from "./judged.ts";
import { settled, underLoad } from "./load.ts";
import { rebuilding } from "./process.ts";

const ROUNDS = Number(process.env["REBUILD_ROUNDS"] ?? 1);
const next = new URL("../embedded/wide-types.ts", import.meta.url);

test("embedded: searched and written to all the time, rebuilt for another schema, killed while it indexes and while it saves, the next version misses nothing", async (t) => {
  for (let round = 0; round < ROUNDS; round++) {
    const directory = directoryOf(t);
    const running = await embeddedStore({ directory, definitions, worthSaving: 500 });
    t.after(() => running.close());
    await running.apply(settled());
    await running.refresh();
    const beside = await embeddedStore({ directory, definitions, readOnly: true });
    t.after(() => beside.close());
    const stores = { writers: [running, running, running], searchers: [running, beside] };
    const load = await underLoad(stores, async () => {
      await rebuilding([directory], { at: 1 });
      await rebuilding([directory], { at: 2 });
      for (let late = 0; late < 100; late += 25) await rebuilding([directory], { late });
      await rebuilding([directory]);
      // The API of the next version may begin while the one before still writes.
      const early = await embeddedStore({ directory, definitions: next, readOnly: true, promptly: 0 });
      assert.deepEqual(await early.outdated(), []);
      await early.close();
    });
    t.diagnostic(`${load.told.length} operations, ${load.searches} searches`);
    assert.ok(load.told.length > 200 && load.searches > 200, "there was a load");
    await beside.close();
    await running.close();
    const store = await embeddedStore({ directory, definitions: next, promptly: 0 });
    t.after(() => store.close());
    await judged(store, catalogOf(wide), [...settled(), ...load.told]);
    await store.close();
  }
});
