import { type Catalog } from "../index/catalog.ts";
import type { ResourcePlugin } from "../plugin.ts";
/** A module of plugins that this service does without, and everything that is wrong with it, in words. */
type Refused = {
    readonly from: string;
    readonly problems: readonly string[];
};
/**
 * The resource types of a process.
 *
 * - `from`: the module that each plugin from outside came from, by type.
 * - `refused`: modules that could not be used; nothing of theirs is.
 * - `definitions`: the same types as a module, for threads, which no function can be handed to.
 */
export type Kit = {
    readonly plugins: readonly ResourcePlugin[];
    readonly catalog: Catalog;
    readonly from: ReadonlyMap<string, string>;
    readonly refused: readonly Refused[];
    readonly definitions: URL;
};
/**
 * The plugins that come with Searchlight, and those of modules from outside, in their order. A module with any problem is
 * refused as a whole, by name; the others are none the worse for it.
 */
export declare function loadKit(own: readonly ResourcePlugin[], names: readonly string[], base: string): Promise<Kit>;
export {};
