/**
 * How far one source has been read: all before `position` is in the index or among the dead letters. Times are milliseconds
 * since 1970: the newest record's own (undefined where records tell none), and when it was read.
 */
export type SourceProgress = {
    readonly source: string;
    readonly position: number;
    readonly newest?: number | undefined;
    readonly at: number;
};
/**
 * How fresh the index is. `asOf`: the time of the newest event or listing that was applied to it, in milliseconds since
 * 1970; undefined where none was. `sources` are in the order of their names.
 */
export type Freshness = {
    readonly asOf?: number | undefined;
    readonly sources: readonly SourceProgress[];
};
/** What is known of an index that nothing was applied to. */
export declare const UNKNOWN: Freshness;
/** What two accounts of one index come to: the newest event of both, and of each source the later word. */
export declare function joined(one: Freshness, other: Freshness): Freshness;
