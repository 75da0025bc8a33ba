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
export type Freshness = { readonly asOf?: number | undefined; readonly sources: readonly SourceProgress[] };

/** What is known of an index that nothing was applied to. */
export const UNKNOWN: Freshness = { sources: [] };

const isLater = (one: SourceProgress, other: SourceProgress): boolean =>
  one.at === other.at ? one.position > other.position : one.at > other.at;

/** What two accounts of one index come to: the newest event of both, and of each source the later word. */
export function joined(one: Freshness, other: Freshness): Freshness {
  const sources = new Map<string, SourceProgress>();
  for (const progress of [...one.sources, ...other.sources]) {
    const known = sources.get(progress.source);
    if (!known || isLater(progress, known)) sources.set(progress.source, progress);
  }
  const newest = Math.max(one.asOf ?? -Infinity, other.asOf ?? -Infinity);
  return {
    ...(newest > -Infinity && { asOf: newest }),
    sources: [...sources.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1)),
  };
}
