import type { Client } from "@elastic/elasticsearch";
import type { Resource } from "../../resource.ts";
/** Where a resource is kept: an index or alias, and an `_id` in it. */
export type Address = {
    readonly index: string;
    readonly id: string;
};
/** What is kept of a resource now: its state, that state's text, and what tells whether it was changed since. */
export type Current = {
    readonly state: Resource;
    readonly text: string;
    readonly seqNo: number;
    readonly primaryTerm: number;
};
/** What is kept of these resources at this moment, searchable yet or not; undefined for what is not kept. */
export declare function currentStates(client: Client, addresses: readonly Address[]): Promise<(Current | undefined)[]>;
