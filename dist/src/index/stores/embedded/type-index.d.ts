import type { TypeDefinition } from "../../definition.ts";
import type { Entry } from "../../entry.ts";
import { type Bits } from "./bitset.ts";
import { type Column } from "./column.ts";
import { type WideList } from "./growable.ts";
/** What of an entry is looked up by value. */
type View = "exact" | "numbers" | "words" | "folded";
export declare const VIEWS: readonly View[];
/**
 * The resources of one type that exist, indexed. A resource has a slot; a change gives it a new one, and the old is dead
 * until compaction. **Invariants:** slots are given out in ascending order; `live` has a resource's newest slot at most;
 * every slot has one value of `_id`, one place in `changed` (see `Entry`) and one in `sequences` (see `StateTable`).
 */
export type TypeIndex = {
    readonly definition: TypeDefinition;
    views: {
        readonly [V in View]: Map<string, Column>;
    };
    /** Who lists what: `EVERYBODY`, or projects. */
    audience: Column;
    changed: WideList;
    sequences: WideList;
    live: Bits;
    slots: number;
    alive: number;
};
/** In `audience`, everybody; a project is its id after an equals sign, so no id is mistaken for everybody. */
export declare const EVERYBODY = "*";
export declare const projectKey: (projectId: string) => string;
export declare const noViews: () => TypeIndex["views"];
export declare const typeIndex: (definition: TypeDefinition) => TypeIndex;
/** Forgets a resource, if it is there. */
export declare function removeEntry(index: TypeIndex, id: string): void;
/** Puts a resource in place of what was known of it. `sequence` is where its state is kept. */
export declare function addEntry(index: TypeIndex, entry: Entry, sequence: number): void;
export {};
