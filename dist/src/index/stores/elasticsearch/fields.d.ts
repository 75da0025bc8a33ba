import type { NamedField } from "../../catalog.ts";
import type { TypeDefinition } from "../../definition.ts";
import { type Field } from "../../schema.ts";
/**
 * The names of our fields in Elasticsearch. Each starts with what it holds, so that fields of one name and different kinds
 * in two types never conflict; administrators' fields are apart (`ka.secret`), so that a sort over several types, which
 * no clause restricts, reads nothing that is hidden in one of them.
 *
 * - `k`: values compared whole; of an open map, its names. `n`: numbers and times, as doubles, which all our numbers are.
 * - `w`: words, separated by spaces. `r`: runs of words (see `words.ts`). `f`: whole values, folded.
 * - `o`: an open map, for sorting and counting. `p`: its entries as `name NUL value`. `q`: its numbers, likewise.
 */
export type Column = "k" | "n" | "w" | "r" | "f" | "o" | "p" | "q";
/** `k.name`, `ka.secret`. */
export declare const columnOf: (column: Column, name: string, admin: boolean) => string;
/**
 * Where a key of an entry is kept.
 *
 * - `match`: the field to look in, each term led by `lead`.
 * - `values`: the field to sort and count by. `numeric`: whether that holds numbers.
 * - `open`: for an entry of an open map, its name, and the map's fields: all of it, its numbers, its names.
 */
export type Place = {
    readonly match: string;
    readonly lead: string;
    readonly values: string;
    readonly numeric: boolean;
    readonly open?: {
        readonly name: string;
        readonly map: string;
        readonly numbers: string;
        readonly names: string;
    };
};
/** Where a key of a type's entries is kept. A key that the type has not is a field that no document has. */
export declare function placeOf({ schema }: TypeDefinition, key: string): Place;
/**
 * The field to sort by, under one name for all types: a sort names one field for all the indices. Where a type has it under
 * another name, the shared one is an alias of it (see `mapping.ts`).
 */
export declare function sortPlace(definition: TypeDefinition, { key, field, as }: NamedField): Place;
/** Where a shared name that stands for this field is kept. */
export declare const sharedColumn: (name: string, field: Field) => string;
/** Where a text field's words (`w`), their runs (`r`) or folded values (`f`) are kept. */
export declare const textColumn: (definition: TypeDefinition, column: "w" | "r" | "f", key: string) => string;
/** A number as 16 hexadecimal digits that sort as numbers do. */
export declare function numberKey(value: number): string;
