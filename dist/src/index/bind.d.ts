import type { BoundQuery } from "./bound.ts";
import type { TypeDefinition } from "./definition.ts";
import type { SearchQuery } from "./query.ts";
import type { Scope } from "./scope.ts";
/** Binds a query that only narrows what another has found: what a type hides, that one has left out. */
export declare const bindNarrower: (query: SearchQuery, definition: TypeDefinition, scope: Scope) => BoundQuery;
/**
 * Binds a query to a type for a caller. A type's `hiddenBy` is honoured here: unless the query names that field, what it
 * hides is left out.
 *
 * @throws SearchlightError `bad-request` for a bound that is not of its field's kind, and for a regular expression that is
 *   too complex
 */
export declare function bind(query: SearchQuery, definition: TypeDefinition, scope: Scope): BoundQuery;
