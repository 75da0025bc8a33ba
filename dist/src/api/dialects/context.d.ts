import { type Catalog } from "../../index/catalog.ts";
import type { FieldKind } from "../../index/schema.ts";
import type { Scope } from "../../index/scope.ts";
import type { Limits } from "../limits.ts";
/**
 * What reading a query needs to know besides the query.
 *
 * - `kindsOf`: what a field is in the types searched, as far as the caller may know; empty where there is no such field.
 * - `guess`: says what a misspelt field was probably meant to be, of those that the caller may know; else nothing.
 * - `now`: milliseconds since 1970, for date maths; the same for the whole request.
 * - `spend`: counts clauses and words against the limit. @throws SearchlightError `bad-request` beyond it
 */
export type Context = {
    readonly kindsOf: (field: string) => ReadonlySet<FieldKind>;
    readonly guess: (field: string) => string;
    readonly now: number;
    readonly limits: Limits;
    readonly spend: (clauses: number, at: string) => void;
};
/** What a field is in these types, as far as the caller may know. */
export declare function kindsIn(catalog: Catalog, types: readonly string[], scope: Scope, name: string): Set<FieldKind>;
/** A context for one request. */
export declare function contextOf(catalog: Catalog, types: readonly string[], scope: Scope, limits: Limits, now: number): Context;
/**
 * What a field named by the caller is, in the types that have it.
 *
 * @throws SearchlightError `unknown-field`, the same for a field that only administrators have and for a misspelt one
 */
export declare function knownKinds({ kindsOf, guess }: Context, field: string, at: string): ReadonlySet<FieldKind>;
