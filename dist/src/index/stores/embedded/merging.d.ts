import { type Entry } from "../../entry.ts";
import { type Operation } from "../../operation.ts";
import type { Resource } from "../../resource.ts";
import type { Outcome } from "../../store.ts";
import type { Holdings } from "./holdings.ts";
/** A resource whose state a batch changes: the text to write, and what is to be seen of it, if anything. */
export type Changed = {
    readonly state: Resource;
    readonly text: string;
    readonly entry: Entry | undefined;
};
export type Merged = {
    readonly changes: readonly Changed[];
    readonly outcomes: readonly Outcome[];
};
/** What a batch makes of the states on disk. Nothing is written yet; a state that stays the same is not among the changes. */
export declare function mergeBatch(held: Holdings, operations: readonly Operation[]): Merged;
