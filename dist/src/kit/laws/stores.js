import assert from "node:assert/strict";
import { catalogOf } from "../../index/catalog.js";
import { memoryStore } from "../../index/stores/memory.js";
import { answersOf, everything, membersOf } from "./answers.js";
import { saidOf } from "./told.js";
/** Every store answers what the reference answers, and was told the same in another order, twice. */
export const storeLaws = (plugin, samples, stores) => stores.map(({ name, open }) => ({
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
        }
        finally {
            await store.close();
        }
    },
}));
