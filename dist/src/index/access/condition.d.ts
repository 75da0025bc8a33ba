import type { Flaw } from "../flaw.ts";
import { type Fields, type Json } from "../json.ts";
import type { Schema } from "../schema.ts";
/** Fields and the values that they must have: `{ visibility: "public" }`. */
export type Condition = {
    readonly [field: string]: Json;
};
/** Whether all of it holds. */
export declare const meets: (fields: Fields, condition: Condition) => boolean;
/** What is wrong with the form of a condition: one without fields would hold for everything. */
export declare function conditionFlaws(at: string, condition: unknown): Flaw[];
/** What is wrong with a condition on a document: what only administrators may know must not decide who sees it. */
export declare function documentConditionFlaws(at: string, condition: unknown, schema: Schema): Flaw[];
