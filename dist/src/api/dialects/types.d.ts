import { type Catalog } from "../../index/catalog.ts";
import type { Scope } from "../../index/scope.ts";
/** The name that old clients know the index by: the same for every type, whatever engine is behind it. */
export declare const SEARCHING = "searchlight-search";
/** The name that old clients know for writing; nobody can write by it. */
export declare const INDEXING = "searchlight-listener";
/**
 * The types to look in: those named, or, where none is, all that the caller may search.
 *
 * `may` is what the policy says of a type.
 *
 * @throws SearchlightError `unknown-type`; `forbidden` when the caller may search none of those named
 */
export declare function chosenTypes(catalog: Catalog, scope: Scope, named: readonly string[], may: (type: string) => boolean): string[];
/** Old clients may name the index; there is one. */
export declare function checkIndex(named: readonly string[], at: string): void;
