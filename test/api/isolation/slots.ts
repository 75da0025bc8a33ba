import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Operation } from "../../../src/index/operation.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import { absent, empty, open, ownPrefix } from "../../index/elasticsearch/cluster.ts";
import { definitions } from "../../index/embedded/directory.ts";
import { catalog } from "../../index/worlds.ts";

/** A place for one world after another: `hold` forgets the one before. */
export type Slot = {
  readonly hold: (operations: readonly Operation[]) => Promise<IndexStore>;
  readonly close: () => Promise<void>;
};

/** An engine that worlds are asked in, and why it is not here; false when it is. */
export type Engine = { readonly name: string; readonly absent: string | false; readonly slot: () => Slot };

async function applied(store: IndexStore, operations: readonly Operation[]): Promise<IndexStore> {
  if (operations.length > 0) await store.apply(operations);
  await store.refresh();
  return store;
}

const inMemory = (): Slot => ({
  hold: (operations) => applied(memoryStore(catalog), operations),
  close: async () => {},
});

function embedded(): Slot {
  let last: { readonly store: IndexStore; readonly directory: string } | undefined;
  const close = async (): Promise<void> => {
    await last?.store.close();
    if (last) await rm(last.directory, { recursive: true });
    last = undefined;
  };
  return {
    async hold(operations) {
      await close();
      // Most of a small world in segments, a little of it not: both ways of looking are asked.
      const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
      last = { store: await embeddedStore({ directory, definitions, recent: 2 }), directory };
      return applied(last.store, operations);
    },
    close,
  };
}

function inElasticsearch(): Slot {
  const prefix = ownPrefix();
  let store: IndexStore | undefined;
  return {
    async hold(operations) {
      if (store) await empty(prefix);
      return applied((store ??= await open({ prefix })), operations);
    },
    close: async () => store?.close(),
  };
}

export const ENGINES: readonly Engine[] = [
  { name: "memory", absent: false, slot: inMemory },
  { name: "the embedded index", absent: false, slot: embedded },
  { name: "Elasticsearch", absent, slot: inElasticsearch },
];
