import type { Flaw } from "../../index/flaw.ts";
import type { Schema } from "../../index/schema.ts";
/** What is wrong with the fields that other parts of a plugin name. `schema` has no flaws. */
export declare function referenceFlaws(plugin: Readonly<Record<string, unknown>>, schema: Schema): Flaw[];
