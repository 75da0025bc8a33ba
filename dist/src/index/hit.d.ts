import type { TypeDefinition } from "./definition.ts";
import type { Entry } from "./entry.ts";
import { type Fields } from "./json.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./values.ts";
/**
 * One resource as a caller sees it.
 *
 * - `source`: the document, without what the caller may not see.
 * - `version`: a whole number below 2^53, made only from `source`: it grows with the service's own time and differs, but
 *   for one chance in a million, whenever the visible document does.
 * - `changed`: microseconds since 1970 of the last change that the document itself tells; 0 when it tells none.
 * - `sort`: its values of the keys sorted by; null where it has none.
 */
export type Hit = {
    readonly type: string;
    readonly id: string;
    readonly score: number;
    readonly source: Fields;
    readonly version: number;
    readonly changed: number;
    readonly sort: readonly (Value | null)[];
};
/** An entry as a caller sees it. The only way from the index to an answer. */
export declare function hitOf(definition: TypeDefinition, entry: Pick<Entry, "ref" | "source" | "changed">, scope: Scope, score?: number, sort?: readonly (Value | null)[]): Hit;
