/**
 * How two reports of the same thing are ordered: the service's own counter or time, then when it was observed, then a
 * hash of the content, so that no two different contents ever tie. Compared element by element.
 *
 * - `source`: `revision_number` or the like, or microseconds since 1970 of the service's own `updated_at`; 0 when the
 *   service has neither.
 * - `observed`: microseconds since 1970; a notification's timestamp, or the start of a listing less two seconds.
 */
export type Version = readonly [source: number, observed: number, hash: string];
/** What a plugin knows of a version; the hash is added when the operation becomes state. */
export type Stamp = {
    readonly source: number;
    readonly observed: number;
};
/** Below, at or above zero as `a` is older than, equal to or newer than `b`. A total order. */
export declare const compareVersions: (a: Version, b: Version) => number;
/** The newer of two versions, either of which may be missing. */
export declare const newerVersion: (a: Version | undefined, b: Version | undefined) => Version | undefined;
