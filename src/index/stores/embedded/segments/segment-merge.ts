import { hasBit, type Bits } from "../sets/bitset.ts";
import { GONE, mergedColumn, type Moving } from "../columns/column-merge.ts";
import type { Column } from "../columns/column.ts";
import { idsOf } from "../columns/ids.ts";
import { mergedObjects } from "./objects.ts";
import { compareBytes } from "../columns/ordered-text.ts";
import { idColumn, type Segment } from "./segment.ts";
import { mergedViews } from "./view-merge.ts";

/** A segment to be merged with others of its type, and which of its slots are alive. */
export type Part = { readonly segment: Segment; readonly live: Bits };

/** One segment of several, and where each slot of each went; `GONE` where it was dead. */
export type Merged = { readonly segment: Segment; readonly moved: readonly Uint32Array[] };

type Cursor = Part & { slot: number; readonly ids: Column; readonly moved: Uint32Array };

/** Moves on to the next slot that is alive. */
function settle(cursor: Cursor): boolean {
  while (cursor.slot < cursor.segment.slots && !hasBit(cursor.live, cursor.slot)) cursor.slot++;
  return cursor.slot < cursor.segment.slots;
}

/** The order of slots: newest first, then by id. */
function inOrder(a: Cursor, b: Cursor): number {
  const difference = b.segment.changed[b.slot]! - a.segment.changed[a.slot]!;
  if (difference !== 0) return difference;
  const [x, y] = [a.ids.rows.codes[a.slot]!, b.ids.rows.codes[b.slot]!];
  const { starts: xs, bytes } = a.ids.dictionary;
  const { starts: ys, bytes: others } = b.ids.dictionary;
  return compareBytes(bytes, xs[x]!, xs[x + 1]!, others, ys[y]!, ys[y + 1]!);
}

/** Gives what is alive its new slots, in order; returns how many. */
function renumber(cursors: readonly Cursor[]): number {
  let slot = 0;
  let open = cursors.filter(settle);
  while (open.length > 0) {
    let first = open[0]!;
    for (let i = 1; i < open.length; i++) if (inOrder(open[i]!, first) < 0) first = open[i]!;
    first.moved[first.slot++] = slot++;
    if (!settle(first)) open = open.filter((cursor) => cursor !== first);
  }
  return slot;
}

function merger(parts: readonly Part[], moved: readonly Uint32Array[], slots: number) {
  const column = (read: (segment: Segment) => Column): Column =>
    mergedColumn(
      parts.map(({ segment }, i): Moving => ({ column: read(segment), moved: moved[i]! })),
      slots,
    );
  function numbers(read: (segment: Segment) => Float64Array): Float64Array {
    const all = new Float64Array(slots);
    for (const [i, { segment }] of parts.entries()) {
      const own = read(segment);
      for (let slot = 0; slot < own.length; slot++) if (moved[i]![slot] !== GONE) all[moved[i]![slot]!] = own[slot]!;
    }
    return all;
  }
  return { column, numbers };
}

/** Merges segments of one type: the same resources, those that are alive, in one; deterministic. */
export function mergeSegments(parts: readonly Part[]): Merged {
  const moved = parts.map(({ segment }) => new Uint32Array(segment.slots).fill(GONE));
  const slots = renumber(
    parts.map((part, i): Cursor => ({ ...part, slot: 0, ids: idColumn(part.segment), moved: moved[i]! })),
  );
  const { column, numbers } = merger(parts, moved, slots);
  const moving = parts.map(({ segment }, i) => ({ segment, views: segment.views, moved: moved[i]! }));
  const views = mergedViews(moving, slots);
  const audience = column((segment) => segment.audience);
  const segment = {
    slots,
    views,
    objects: mergedObjects(moving, slots),
    audience,
    changed: numbers(({ changed }) => changed),
    sequences: numbers(({ sequences }) => sequences),
    ids: idsOf(idColumn({ views }), slots, parts[0]!.segment.ids.seed),
  };
  return { segment, moved };
}
