/** However much waits, so many times as long is long enough: searches come in between, and the write-ahead log begins anew. */
const MOST = 10;

/** How many times as long as usual a turn of the reading thread takes for what waits, where `usual` wait without hurry: 1 up to `MOST`. */
export const urgency = (waiting: number, usual: number): number =>
  Math.min(MOST, Math.max(1, waiting / Math.max(1, usual)));
