import type { Database } from "./sqlite.ts";
/** Whether the tables are there; false for a file that no writer has come to yet. @throws SearchlightError for a version unknown here */
export declare function hasTables(database: Database, path: string): boolean;
/** Makes the tables where there are none. All or nothing. */
export declare function makeTables(database: Database, path: string): void;
