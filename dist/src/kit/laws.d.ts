import type { ResourcePlugin } from "../plugin.ts";
import type { Law } from "./laws/law.ts";
import { type NamedStore } from "./laws/stores.ts";
import type { Samples } from "./samples.ts";
/** What laws are tried on. `runs` is how many generated cases each law gets. */
export type Trial = {
    readonly samples: Samples;
    readonly stores: readonly NamedStore[];
    readonly runs: number;
};
/** Everything that must hold of a plugin, whatever it is of: the more samples there are, the more is tried. */
export declare const lawsOf: (plugin: ResourcePlugin, { samples, stores, runs }: Trial) => Law[];
