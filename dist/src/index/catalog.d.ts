import type { TypeDefinition } from "./definition.ts";
import type { Field } from "./schema.ts";
import type { Scope } from "./scope.ts";
/** Every resource type that this service knows, by name. */
export type Catalog = ReadonlyMap<string, TypeDefinition>;
/** A catalogue of these types; a type named twice is an error, and so is a name of a field that does not do. */
export declare function catalogOf(definitions: readonly TypeDefinition[]): Catalog;
/** The definition of a type that is known to be there. */
export declare function definitionOf(catalog: Catalog, type: string): TypeDefinition;
/** The types whose existence this caller may know, sorted by name. */
export declare const typesFor: (catalog: Catalog, scope: Scope) => string[];
/**
 * A field as a query names it: its key in an entry, what it is, and whether it is an entry of an open map. `as` is what it
 * is called in all types: the shared name, if the query used that one, else its key.
 */
export type NamedField = {
    readonly key: string;
    readonly field: Field;
    readonly open: boolean;
    readonly as: string;
};
/**
 * The field that a name means in a type, or undefined where there is none for this caller: an administrators' field and a
 * misspelt one are the same. `properties.hw.cpu` is entry `hw.cpu` of the open field `properties`; an entry offered as a
 * facet may be named without its field; a shared name is the type's own field that it stands for.
 */
export declare function fieldNamed(definition: TypeDefinition, name: string, scope: Scope): NamedField | undefined;
/** The names of all fields of a type that a caller may know; of an open map, those that it offers as facets too. */
export declare const fieldsFor: ({ schema }: TypeDefinition, scope: Scope) => string[];
/** The text fields that free text looks in one by one, because a match there counts for more than elsewhere. */
export declare const weightedFields: ({ schema }: TypeDefinition, scope: Scope) => {
    key: string;
    weight: number;
}[];
