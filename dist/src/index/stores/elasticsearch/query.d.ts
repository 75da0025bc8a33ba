import { type Catalog } from "../../catalog.ts";
import type { SearchRequest } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Query } from "./clause.ts";
/** What a search finds: only what exists and what the caller lists, of the types asked for, each by its own query. */
export declare function queryOf(catalog: Catalog, request: SearchRequest, scope: Scope): Query;
