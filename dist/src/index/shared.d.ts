import { type Flaw } from "./flaw.ts";
import type { Schema } from "./schema.ts";
/**
 * Names that mean the same in every type, whatever its service calls the field, and the kinds that fields of the name are:
 * queries, sorts and counts by them span types. A type that has the field under the name itself declares nothing.
 */
declare const KINDS: {
    readonly name: readonly ["text", "keyword"];
    readonly status: readonly ["keyword"];
    readonly project_id: readonly ["keyword"];
    readonly created_at: readonly ["date"];
    readonly updated_at: readonly ["date"];
    readonly tags: readonly ["keyword"];
};
export type SharedName = keyof typeof KINDS;
/** Shared names, and what a type calls these fields itself: `{ project_id: "owner" }`. */
export type SharedFields = {
    readonly [name in SharedName]?: string;
};
export declare const SHARED_NAMES: readonly SharedName[];
/** The type's own field that a shared name stands for; undefined where the name is no shared one of this type. */
export declare const ownName: ({ shared }: {
    readonly shared?: SharedFields;
}, name: string) => string | undefined;
type Sharing = {
    readonly type: string;
    readonly schema: Schema;
    readonly shared?: SharedFields;
};
/** What is wrong with a type's shared names: one that is none, is taken, or stands for no fitting field. */
export declare const sharedFlaws: ({ schema, shared }: Omit<Sharing, "type">) => Flaw[];
/** @throws SearchlightError `bad-configuration` for shared names that have flaws */
export declare function assertShared(definition: Sharing): void;
export {};
