/** Whole numbers in the narrowest type that holds all of them. */
type Narrow = Uint8Array | Uint16Array | Uint32Array;

const narrow = (length: number, most: number): Narrow =>
  most < 2 ** 8 ? new Uint8Array(length) : most < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);

/**
 * The codes of each slot, in the order of its values: for counting, sorting and phrases. **Invariants:** row i is that of
 * slot `slots[i]`, ascending, or without `slots` of slot i; its codes are `codes[starts[i]]` up to the next start, or
 * without `starts` the one code i. Of slots without values there is no row in `slots`; else an empty one, or the code `none`.
 */
export type Rows = {
  readonly slots: Uint32Array | undefined;
  readonly starts: Uint32Array | undefined;
  readonly codes: Narrow;
  readonly none: number;
};

/** Rows as they were gathered: those of some slots, ascending, with a start more than there are rows. */
export type Gathered = { readonly slots: Uint32Array; readonly starts: Uint32Array; readonly codes: Uint32Array };

/** Lays gathered rows out in the fewest bytes. `size` is how many codes there are, `slots` how many slots. */
export function rowsOf({ slots, starts, codes }: Gathered, size: number, slotCount: number): Rows {
  const rows = slots.length;
  const packed = narrow(codes.length, size);
  packed.set(codes);
  if (codes.length > rows) {
    if (slotCount > 2 * rows) return { slots, starts, codes: packed, none: size };
    return { slots: undefined, starts: startsOfAll(slots, starts, slotCount), codes: packed, none: size };
  }
  const width = packed.BYTES_PER_ELEMENT;
  if (slotCount * width > rows * (width + 4)) return { slots, starts: undefined, codes: packed, none: size };
  const all = narrow(slotCount, size).fill(size);
  for (let row = 0; row < rows; row++) all[slots[row]!] = codes[row]!;
  return { slots: undefined, starts: undefined, codes: all, none: size };
}

function startsOfAll(slots: Uint32Array, starts: Uint32Array, slotCount: number): Uint32Array {
  const all = new Uint32Array(slotCount + 1);
  for (let row = 0; row < slots.length; row++) all[slots[row]! + 1] = starts[row + 1]! - starts[row]!;
  for (let slot = 0; slot < slotCount; slot++) all[slot + 1]! += all[slot]!;
  return all;
}

export const rowCount = ({ slots, starts, codes }: Rows): number =>
  slots ? slots.length : starts ? starts.length - 1 : codes.length;

/** Where the codes of row i begin, and where they end. */
export const rowStart = ({ starts }: Rows, i: number): number => (starts ? starts[i]! : i);
export const rowEnd = ({ starts, codes, none }: Rows, i: number): number =>
  starts ? starts[i + 1]! : codes[i] === none ? i : i + 1;

/** The slot that row i is of. */
export const slotOfRow = ({ slots }: Rows, i: number): number => (slots ? slots[i]! : i);

/** The row of a slot at or after row `from`; -1 when it has no values. */
export function rowOf(rows: Rows, slot: number, from = 0): number {
  const { slots } = rows;
  if (!slots) return rowStart(rows, slot) < rowEnd(rows, slot) ? slot : -1;
  let low = from;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slots[middle]! < slot) low = middle + 1;
    else high = middle;
  }
  return slots[low] === slot ? low : -1;
}
