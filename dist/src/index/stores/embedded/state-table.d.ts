import { type Ref, type Resource } from "../../resource.ts";
import type { Database } from "./sqlite.ts";
/** One state as it is kept; `text` is its JSON, not yet read. */
export type StateRow = {
    readonly sequence: number;
    readonly ref: Ref;
    readonly text: string;
};
/** The states on disk: the truth that everything in memory is made from. All of it is synchronous. */
export type StateTable = {
    /** What is kept of a resource, as JSON. */
    readonly read: (ref: Ref) => string | undefined;
    /** What was written with this sequence, unless something newer took its place. */
    readonly readAt: (sequence: number) => string | undefined;
    /** What was written after this sequence, oldest first; each resource once. */
    readonly since: (sequence: number) => Iterable<StateRow>;
    /** The states of a type in the order of their ids (as JSON strings), after this one, at most `limit`. */
    readonly page: (type: string, after: string, limit: number) => readonly {
        id: string;
        text: string;
    }[];
    /** Puts a state in place of what was there; returns its sequence. */
    readonly write: (state: Resource, text: string) => number;
    /** Takes away what does not exist and was written before this time; returns how many. */
    readonly purge: (before: number) => number;
    /** The greatest sequence that was ever purged. */
    readonly purgedThrough: () => number;
};
/** Cut short: statements are prepared once, for preparing costs as much as running. */
export declare function stateTable(database: Database): StateTable;
/** Runs all of it or none of it; what it returns is returned once that is on disk. */
export declare function inTransaction<T>(database: Database, work: () => T, begin?: string): T;
