import { fieldLaws } from "./laws/fields.js";
import { fuzzLaw } from "./laws/fuzz.js";
import { hiddenLaws } from "./laws/hidden.js";
import { orderLaws } from "./laws/order.js";
import { storeLaws } from "./laws/stores.js";
/** Everything that must hold of a plugin, whatever it is of: the more samples there are, the more is tried. */
export const lawsOf = (plugin, { samples, stores, runs }) => [
    ...orderLaws(plugin, samples, runs),
    ...fieldLaws(plugin, samples),
    ...hiddenLaws(plugin, samples),
    ...storeLaws(plugin, samples, stores),
    fuzzLaw(plugin, samples, runs),
];
