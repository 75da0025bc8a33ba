/** How much may be handled together: so many records, so many bytes of them. One record may always. */
export type Room = { readonly records: number; readonly bytes: number };

/**
 * How large batches are. By time: so many records as were seen to be handled in half a second, for then heartbeats, commits
 * and a stop never wait long, and what has to be read again after a crash is little. By bytes: never more than 4 MiB, for
 * that is what bounds memory. Nothing is waited for to fill a batch: a lone record is a batch.
 */
export type Pace = {
  readonly room: () => Room;
  /** So many records were handled in so many milliseconds. */
  readonly took: (records: number, milliseconds: number) => void;
};

const BYTES = 4 * 2 ** 20;
const TARGET = 500;
const RECORDS = { first: 500, least: 20, most: 2000 };

/** How many records the next batch may hold: what fits the time, but no more than double and no less than half of before. */
export function nextPace(before: number, records: number, milliseconds: number): number {
  const fitting = Math.floor((records / Math.max(1, milliseconds)) * TARGET);
  // A batch that was not full says nothing of a larger one.
  const most = records < before ? before : before * 2;
  const next = Math.min(most, Math.max(Math.ceil(before / 2), fitting));
  return Math.min(RECORDS.most, Math.max(RECORDS.least, next));
}

export function createPace(): Pace {
  let records = RECORDS.first;
  return {
    room: () => ({ records, bytes: BYTES }),
    took: (handled, milliseconds) => void (records = nextPace(records, handled, milliseconds)),
  };
}

/** How many of the sizes, from the first on, fit: at least one. */
export function fitting(sizes: Iterable<Room>, { records, bytes }: Room): number {
  let [count, left, room] = [0, records, bytes];
  for (const size of sizes) {
    left -= size.records;
    room -= size.bytes;
    if (count > 0 && (left < 0 || room < 0)) break;
    count++;
  }
  return count;
}
