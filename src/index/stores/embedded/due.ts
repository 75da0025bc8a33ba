import type { Held } from "./type-holdings.ts";

/** A segment of more is never merged: merging it would take long, and little would be won. */
const LARGEST = 2 ** 18;

/** So many segments of one class are merged into one of the next: each resource is merged a few times in all. */
const FAN = 6;
const SMALLEST = 512;

/** Fewer dead than this are not worth a merge of their own. */
const MIN_DEAD = 1024;

const classOf = ({ alive }: Held): number => Math.floor(Math.log(Math.max(alive, SMALLEST)) / Math.log(FAN));

/** The first of some segments that fit into one. */
function fitting(segments: readonly Held[]): Held[] {
  let room = LARGEST;
  return segments.toSorted((a, b) => a.alive - b.alive).filter(({ alive }) => (room -= alive) >= 0);
}

/** The segments that should be merged next; none when all is well. One where nothing is alive is let go without that. */
export function dueSegments(all: readonly Held[]): readonly Held[] {
  const segments = all.filter(({ alive }) => alive > 0);
  const dying = segments.find(({ slots, alive }) => slots - alive >= MIN_DEAD && slots - alive > alive);
  if (dying) return [dying];
  const classes = Map.groupBy(segments, classOf);
  for (const alike of [...classes].toSorted(([a], [b]) => a - b).map(([, alike]) => alike)) {
    const due = alike.length < FAN ? [] : fitting(alike);
    if (due.length > 1) return due;
  }
  return [];
}
