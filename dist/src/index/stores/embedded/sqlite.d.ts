export declare const DatabaseSync: typeof import("node:sqlite").DatabaseSync;
/** A connection to one SQLite file. */
export type Database = InstanceType<typeof DatabaseSync>;
