import { type Catalog } from "../../catalog.ts";
import { type Hit } from "../../hit.ts";
import type { SearchRequest } from "../../query.ts";
import type { Ref } from "../../resource.ts";
import type { Scope } from "../../scope.ts";
import { type SearchAnswer } from "../../store.ts";
import type { StatePage } from "./engine.ts";
import type { StateRow, StateTable } from "./state-table.ts";
import { type TypeIndex } from "./type-index.ts";
/**
 * The states on disk and the index made from them. **Invariant:** the index has exactly the resources that exist by the
 * states up to some sequence; a type that is not in the catalogue stays on disk and is nowhere else.
 */
export type Holdings = {
    readonly catalog: Catalog;
    readonly table: StateTable;
    readonly indexes: ReadonlyMap<string, TypeIndex>;
};
export declare const holdings: (catalog: Catalog, table: StateTable) => Holdings;
/** Takes rows into the index; returns the last sequence seen, or `from` when there was none. */
export declare function load({ indexes }: Holdings, rows: Iterable<StateRow>, from: number): number;
/** Searches the index; documents are read from disk, for the page alone. */
export declare function searchIn(held: Holdings, request: SearchRequest, scope: Scope): SearchAnswer;
/** Reads a resource by its id, from disk. */
export declare function getIn({ catalog, table }: Holdings, ref: Ref, scope: Scope): Hit | undefined;
export declare function scanIn({ table }: Holdings, type: string, cursor: string): StatePage;
