import type { Place } from "../../place.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import { type Matches } from "./matches.ts";
import type { TypeIndex } from "./type-index.ts";
/** A resource in its place: enough to put it among those of other types, and to read its state for the page. */
export type Found = Place & {
    readonly sequence: number;
};
type Matched = {
    readonly index: TypeIndex;
    readonly slots: Uint32Array;
    readonly scores: Matches["scores"];
};
/** The first of a type's matches, as many as a page may need of them, in the order of `orderOf`. */
export declare function firstOf(matched: Matched, { sort, from, size, after }: SearchRequest, scope: Scope): Found[];
export {};
