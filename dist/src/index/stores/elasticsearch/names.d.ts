import type { Catalog } from "../../catalog.ts";
/**
 * The names of a type's index, and of the aliases in front of it. Readers and writers know the aliases only, so that a new
 * generation can be filled beside the old one and take its place.
 */
export type Names = {
    readonly first: string;
    readonly read: string;
    readonly write: string;
};
/** The names that belong to a type below a prefix. */
export declare function namesOf(prefix: string, type: string): Names;
/** The alias that reads every index below a prefix. */
export declare const everyAlias: (prefix: string) => string;
/** The index of what is known of the others: a type has a letter or a digit, so no type's is called so. */
export declare const freshnessIndex: (prefix: string) => string;
/** @throws SearchlightError `bad-configuration` when two types would share an index */
export declare function assertApart(catalog: Catalog): void;
/**
 * The `_id` of a resource: its id, or a hash of it where Elasticsearch takes no such `_id`. No id of the first kind starts
 * like one of the second; JSON's text is hashed, for it keeps apart what UTF-8 does not.
 */
export declare const documentId: (id: string) => string;
