import type { Place } from "../../../place.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Scope } from "../../../scope.ts";
import { copied, firstSlotsIn, spanOf } from "../sets/bitset.ts";
import type { Ranked } from "./found.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { keyOf, keyOfValue, sortColumns, sortValueOf, type OrderKey, type SortColumn } from "./keys.ts";
import type { Matched } from "../matching/matched.ts";
import { scoreAt } from "../sets/matches.ts";
import { idAt, slotBehind } from "./tie.ts";
import { byTiers } from "../sets/tiers.ts";
import { topPlaces } from "../sets/top.ts";
import { isWalkable, walked } from "./walk.ts";

/** The slots that come behind a place of the order: beyond its keys, or alike and beyond its tie. */
function behind(
  matched: Matched,
  after: Place,
  columns: readonly SortColumn[],
  keys: readonly OrderKey[],
): Uint32Array {
  const tie = slotBehind(matched.index, after);
  const at = columns.map((column, i) => keyOfValue(column, after.sort[i] ?? null));
  if (keys.length > columns.length) at.push(-after.score);
  return matched.slots().filter((slot) => {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!(slot);
      if (at[i] !== key) return at[i]! < key;
    }
    return slot >= tie;
  });
}

type Paged = Pick<SearchRequest, "sort" | "from" | "size" | "after">;

/** A key of each of these slots: told once, however often they are compared. */
function keysOf(slots: Uint32Array, key: OrderKey): Float64Array {
  const keys = new Float64Array(slots.length);
  for (let i = 0; i < slots.length; i++) keys[i] = key(slots[i]!);
  return keys;
}

/** The first of these slots by their keys; what is alike comes in the order of slots. */
function firstBy(slots: Uint32Array, keys: readonly OrderKey[], wanted: number): Uint32Array {
  const told = keys.map((key) => keysOf(slots, key));
  const first = topPlaces(slots.length, wanted, (i, j) => {
    for (const key of told) {
      const x = key[i]!;
      const y = key[j]!;
      if (x !== y) return x < y ? -1 : 1;
    }
    return i - j;
  });
  return Uint32Array.from(first, (i) => slots[i]!);
}

/** Where all score alike and nothing is sorted by, slots stand in order already. */
function firstAlike({ index, bits, scores }: Matched, wanted: number, after: Place | undefined): Uint32Array {
  if (!after || Number(scores) < after.score) return firstSlotsIn(bits, wanted);
  return Number(scores) > after.score ? new Uint32Array(0) : firstSlotsIn(bits, wanted, slotBehind(index, after));
}

/** Telling what one slot scores costs about as much as passing by this many words of a set. */
const SCORE_COST = 8;

/** The matches by what they score alone, found tier by tier: but for a few in a large segment, whose scores are sooner told. */
function firstByScore({ index, bits, scores, count }: Matched, after: Place | undefined): Iterable<number> | undefined {
  if (typeof scores === "number" || !scores.tiers || spanOf(bits) > count * SCORE_COST) return undefined;
  const from = after ? { score: after.score, slot: slotBehind(index, after) } : { score: Infinity, slot: 0 };
  return byTiers(copied(bits), scores.tiers, from);
}

function firstSlots(matched: Matched, request: Paged, columns: readonly SortColumn[]): Iterable<number> {
  const { scores } = matched;
  const { from, size, after } = request;
  const wanted = size === 0 ? 0 : from + size;
  if (wanted === 0) return [];
  if (columns.length === 0 && typeof scores === "number") return firstAlike(matched, wanted, after);
  if (isWalkable(matched, columns, wanted)) return walked(matched, columns[0]!, after);
  const byScore = columns.length === 0 ? firstByScore(matched, after) : undefined;
  if (byScore) return byScore;
  const keys = columns.map((column) => keyOf(column, scores));
  if (columns.length === 0) keys.push((slot) => -scoreAt(scores, slot));
  return firstBy(after ? behind(matched, after, columns, keys) : matched.slots(), keys, wanted);
}

/** The first of a segment's matches, as many as a page may need of them, in the order of `orderOf`. */
export function firstOf(matched: Matched, request: Paged, scope: Scope): Ranked {
  const { index, scores } = matched;
  checkpoint();
  const columns = sortColumns(index, request.sort, scope);
  const first = firstSlots(matched, request, columns)[Symbol.iterator]();
  return () => {
    const { done, value: slot } = first.next();
    if (done) return undefined;
    return {
      entry: {
        // Told when it is asked for: most places differ before their ids are compared.
        get ref() {
          return { type: index.definition.type, id: idAt(index, slot) };
        },
        changed: index.changed[slot]!,
      },
      score: scoreAt(scores, slot),
      sort: columns.map((column) => sortValueOf(column, scores, slot)),
      sequence: index.sequences[slot]!,
    };
  };
}
