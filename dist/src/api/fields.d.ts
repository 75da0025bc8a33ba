import { type Catalog } from "../index/catalog.ts";
import type { FieldKind } from "../index/schema.ts";
import type { Scope } from "../index/scope.ts";
/** A field as one type has it: `field` is what the type itself calls it, where that is another name. */
type Having = {
    readonly type: string;
    readonly kind: FieldKind;
    readonly facetable: boolean;
    readonly searchable: boolean;
    readonly refers_to?: string;
    readonly field?: string;
};
export type FieldShown = {
    readonly name: string;
    readonly shared: boolean;
    readonly sortable: boolean;
    readonly resource_types: readonly Having[];
};
/** The fields of these types that the caller may know of, by name. */
export declare function fieldsShown(catalog: Catalog, types: readonly string[], scope: Scope): FieldShown[];
export {};
