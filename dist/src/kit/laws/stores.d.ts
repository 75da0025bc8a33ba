import type { IndexStore } from "../../index/store.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
/** A store that is empty and knows the plugin, by name. */
export type NamedStore = {
    readonly name: string;
    readonly open: () => Promise<IndexStore>;
};
/** Every store answers what the reference answers, and was told the same in another order, twice. */
export declare const storeLaws: (plugin: ResourcePlugin, samples: Samples, stores: readonly NamedStore[]) => Law[];
