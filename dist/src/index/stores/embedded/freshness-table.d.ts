import { type Freshness } from "../../freshness.ts";
import type { Database } from "./sqlite.ts";
/** How fresh the index is, as JSON in the table's one row, where anything is known of that. */
export declare function freshnessIn(database: Database): Freshness;
/** Joins what is told to what is kept. To be run in a transaction. */
export declare function noteFreshness(database: Database, told: Freshness): void;
