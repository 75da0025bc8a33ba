import { type Access } from "./access.ts";
import type { TypeDefinition } from "./definition.ts";
import { type Fields } from "./json.ts";
import { type Ref, type Resource } from "./resource.ts";
import { type Value } from "./values.ts";
/** The words of every field that everybody may see, and of those that only administrators may. */
export declare const ANY_WORDS = "*";
export declare const ADMIN_WORDS = "*admin";
/**
 * What engines index for one existing resource. All that is compared anywhere was computed here, once, so that engines
 * cannot differ. Keys are field names; an open map's entries are `<field>.<name>`, and its names are the values of `<field>`.
 *
 * - `source`: the document, administrators' fields included (see `hitOf`).
 * - `exact`: values compared whole. `numbers`: the numbers among an open map's values.
 * - `words`: words in order. `folded`: text fields' whole values, folded, for patterns.
 * - `changed`: microseconds since 1970 of the last change that the service itself tells; 0 when it tells none.
 */
export type Entry = {
    readonly ref: Ref;
    readonly access: Access;
    readonly source: Fields;
    readonly exact: {
        readonly [key: string]: readonly Value[];
    };
    readonly numbers: {
        readonly [key: string]: readonly number[];
    };
    readonly words: {
        readonly [key: string]: readonly string[];
    };
    readonly folded: {
        readonly [key: string]: readonly string[];
    };
    readonly changed: number;
};
/** The document that the parts make: plain parts side by side (`self` last, so it wins), then what the joins add. */
export declare function documentOf(definition: TypeDefinition, resource: Resource): Fields;
/** What engines index for this resource, or undefined when there is nothing to be seen of it. */
export declare function entryOf(definition: TypeDefinition, resource: Resource): Entry | undefined;
