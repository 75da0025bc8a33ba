import type { ResourcePlugin } from "../plugin.ts";
import { fieldLaws } from "./laws/fields.ts";
import { fuzzLaw } from "./laws/fuzz.ts";
import { hiddenLaws } from "./laws/hidden.ts";
import type { Law } from "./laws/law.ts";
import { orderLaws } from "./laws/order.ts";
import { storeLaws, type NamedStore } from "./laws/stores.ts";
import type { Samples } from "./samples.ts";

/** What laws are tried on. `runs` is how many generated cases each law gets. */
export type Trial = { readonly samples: Samples; readonly stores: readonly NamedStore[]; readonly runs: number };

/** Everything that must hold of a plugin, whatever it is of: the more samples there are, the more is tried. */
export const lawsOf = (plugin: ResourcePlugin, { samples, stores, runs }: Trial): Law[] => [
  ...orderLaws(plugin, samples, runs),
  ...fieldLaws(plugin, samples),
  ...hiddenLaws(plugin, samples),
  ...storeLaws(plugin, samples, stores),
  fuzzLaw(plugin, samples, runs),
];
