/** What is asked of a segment: how many slots it has, and in how many of them something is alive. */
type Sized = { readonly slots: number; readonly alive: number };

/** A segment of more is never merged: merging it would take long, and little would be won. */
const LARGEST = 2 ** 18;

/** So many segments of one class are merged into one of the next: each resource is merged a few times in all. */
const FAN = 6;
const SMALLEST = 512;

/** In calm times what is smaller is merged into what is larger once it is so large a part of it: few segments are left to look in. */
const PART = 4;

/** Fewer dead than this are not worth a merge of their own. */
const MIN_DEAD = 1024;

const classOf = ({ alive }: Sized): number => Math.floor(Math.log(Math.max(alive, SMALLEST)) / Math.log(FAN));

/** The first of some segments that fit into one. */
function fitting<S extends Sized>(segments: readonly S[]): S[] {
  let room = LARGEST;
  return segments.toSorted((a, b) => a.alive - b.alive).filter(({ alive }) => (room -= alive) >= 0);
}

/** The most segments, smallest first, that fit into one and of which all but the largest are a good part of that. */
function gathering<S extends Sized>(segments: readonly S[]): readonly S[] {
  const ascending = segments.toSorted((a, b) => a.alive - b.alive);
  let due = 0;
  let smaller = 0;
  for (const [i, { alive }] of ascending.entries()) {
    if (smaller + alive > LARGEST) break;
    if (smaller * PART >= alive) due = i + 1;
    smaller += alive;
  }
  return ascending.slice(0, due);
}

/**
 * The segments that should be merged next; none when all is well. One where nothing is alive is let go without that. `calm`: little
 * is written, and there is time to leave few.
 */
export function dueSegments<S extends Sized>(all: readonly S[], calm: boolean): readonly S[] {
  const segments = all.filter(({ alive }) => alive > 0);
  const dying = segments.find(({ slots, alive }) => slots - alive >= MIN_DEAD && slots - alive > alive);
  if (dying) return [dying];
  const classes = Map.groupBy(segments, classOf);
  for (const alike of [...classes].toSorted(([a], [b]) => a - b).map(([, alike]) => alike)) {
    const due = alike.length < FAN ? [] : fitting(alike);
    if (due.length > 1) return due;
  }
  return calm ? gathering(segments) : [];
}
