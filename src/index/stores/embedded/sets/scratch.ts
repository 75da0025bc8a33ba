/** Words of memory that are had at once: 2 MB. */
const CHUNK = 2 ** 19;

/** So many chunks are kept from one search to the next. */
const KEPT = 8;

const chunks: Uint32Array[] = [];
let chunk = 0;
let used = 0;

/**
 * So many words, all 0, for the work at hand (see `usingScratch`), which is one turn of its thread. Memory of its own for each
 * set of a search makes V8 look for garbage all the time.
 */
export function scratch(words: number): Uint32Array {
  if (words > CHUNK) return new Uint32Array(words);
  if (used + words > CHUNK) [chunk, used] = [chunk + 1, 0];
  const taken = (chunks[chunk] ??= new Uint32Array(CHUNK)).subarray(used, used + words).fill(0);
  used += words;
  return taken;
}

/** Does some work, a search mostly. **Invariant:** nothing made of scratch is in what it comes to: the next work has that memory again. */
export function usingScratch<T>(work: () => T): T {
  try {
    return work();
  } finally {
    chunks.length = Math.min(chunks.length, KEPT);
    [chunk, used] = [0, 0];
  }
}
