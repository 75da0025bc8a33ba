import assert from "node:assert/strict";
import { catalogOf } from "../../index/catalog.ts";
import type { IndexStore } from "../../index/store.ts";
import { memoryStore } from "../../index/stores/memory.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import { answersOf, everything, membersOf } from "./answers.ts";
import type { Law } from "./law.ts";
import { saidOf } from "./told.ts";

/** A store that is empty and knows the plugin, by name. */
export type NamedStore = { readonly name: string; readonly open: () => Promise<IndexStore> };

/** Every store answers what the reference answers, and was told the same in another order, twice. */
export const storeLaws = (plugin: ResourcePlugin, samples: Samples, stores: readonly NamedStore[]): Law[] =>
  stores.map(({ name, open }) => ({
    title: `${plugin.type}: ${name}, told its samples backwards and twice, answers like the reference`,
    run: async () => {
      const said = saidOf(plugin, samples);
      const people = [...membersOf(plugin, said), everything()];
      const reference = memoryStore(catalogOf([plugin]));
      await reference.apply(said);
      const store = await open();
      try {
        await store.apply([...said.toReversed(), ...said]);
        await store.refresh();
        const [got, expected] = [store, reference].map((one) => answersOf(one, plugin, said, people));
        assert.deepEqual(await got, await expected);
      } finally {
        await store.close();
      }
    },
  }));
