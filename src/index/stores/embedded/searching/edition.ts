import type { Catalog } from "../../../catalog.ts";
import type { View } from "../opening/view.ts";
import type { Packed } from "../segments/pack.ts";
import { heldIn, typeHoldings, type Held, type TypeHoldings } from "../segments/type-holdings.ts";
import { unindexed, type Standing } from "../segments/unindexed.ts";

/** A segment as it was at one moment. What is `packed`, and what lives in it (`live`), is told where it was not told before. */
type SegmentThen = {
  readonly number: number;
  readonly packed: Packed | undefined;
  readonly live: Uint32Array | undefined;
  readonly alive: number;
};

/** All that was held of a type at one moment. */
type TypeThen = {
  readonly type: string;
  readonly whole: boolean;
  readonly segments: readonly SegmentThen[];
  readonly recent: readonly Standing[];
};

/**
 * The index as it was at one moment, for another thread to search in: of the types that changed since the edition before. Segments
 * are in memory that both share. **Invariant:** nothing of it changes afterwards, so a search in it is of that moment. `file`: the
 * inode of the database that it was made from. `behind`: that has more, or will be indexed though nothing more is written.
 */
export type Edition = { readonly file: number; readonly behind: boolean; readonly types: readonly TypeThen[] };

/** What an edition is made of. */
export type Now = Pick<View, "file" | "held" | "behind">;

const numbers = new WeakMap<Held, number>();
let lastNumber = 0;

function numberOf(held: Held): number {
  const number = numbers.get(held) ?? ++lastNumber;
  numbers.set(held, number);
  return number;
}

/** What was told of a type: whatever changes it changes one of these. `alive`: of each segment that was told, by its number. */
type Told = {
  readonly whole: boolean;
  readonly segments: readonly Held[];
  readonly alive: ReadonlyMap<number, number>;
  readonly size: number;
  readonly last: number | undefined;
};

function toldOf({ whole, segments, recent }: TypeHoldings): Told {
  let last: number | undefined;
  for (const { sequence } of recent.values()) last = sequence;
  const alive = new Map(segments.map((held) => [numberOf(held), held.alive]));
  return { whole, segments, alive, size: recent.size, last };
}

const isSame = (a: Told | undefined, b: Told): boolean =>
  a !== undefined &&
  a.segments === b.segments &&
  a.size === b.size &&
  a.last === b.last &&
  a.whole === b.whole &&
  b.segments.every((held) => a.alive.get(numberOf(held)) === held.alive);

function typeThen({ definition, whole, segments, recent }: TypeHoldings, before: Told | undefined): TypeThen {
  return {
    type: definition.type,
    whole,
    segments: segments.map((held): SegmentThen => {
      const number = numberOf(held);
      const known = before?.alive.get(number);
      const { alive, packed, live } = held;
      // What lives in a segment only ever becomes less: as many are the same.
      return {
        number,
        alive,
        packed: known === undefined ? packed : undefined,
        live: known === alive ? undefined : live.words.slice(),
      };
    }),
    recent: [...recent.values()].map(({ sequence, ref, text }) => ({ sequence, ref, text })),
  };
}

/** Makes editions for one other thread, which is to take each of them in turn. */
export function editions(): (now: Now) => Edition {
  const told = new Map<string, Told>();
  return ({ file, held, behind }) => {
    const types: TypeThen[] = [];
    for (const [type, holdings] of held.types) {
      const now = toldOf(holdings);
      const before = told.get(type);
      if (isSame(before, now)) continue;
      types.push(typeThen(holdings, before));
      told.set(type, now);
    }
    return { file, behind, types };
  };
}

/** What a thread that searches holds: as its last edition says. */
export type Copy = {
  readonly types: ReadonlyMap<string, TypeHoldings>;
  /** Takes the next edition; returns how many bytes of segments are in use no more. */
  readonly take: (edition: Edition) => number;
};

type Numbered = ReadonlyMap<number, Held>;

function segmentThen(holdings: TypeHoldings, { number, packed, live, alive }: SegmentThen, known: Numbered): Held {
  const held = known.get(number) ?? heldIn(holdings.definition, packed!);
  if (live) held.live.words.set(live);
  held.alive = alive;
  return held;
}

/** Nothing was told yet. */
export function copyOf(catalog: Catalog): Copy {
  const types = new Map([...catalog].map(([type, definition]) => [type, typeHoldings(definition)]));
  const numbered = new Map<string, Numbered>();

  function takeType({ type, whole, segments, recent }: TypeThen): number {
    const before = types.get(type)!;
    const known = numbered.get(type) ?? new Map<number, Held>();
    const now = new Map(segments.map((one) => [one.number, segmentThen(before, one, known)]));
    const kept = recent.map((one) => {
      const same = before.recent.get(one.ref.id);
      return same?.sequence === one.sequence ? same : unindexed(before.definition, one);
    });
    numbered.set(type, now);
    types.set(type, {
      ...before,
      whole,
      segments: [...now.values()],
      recent: new Map(kept.map((one) => [one.ref.id, one])),
    });
    return [...known]
      .filter(([number]) => !now.has(number))
      .reduce((sum, [, { packed }]) => sum + packed.memory.byteLength, 0);
  }
  return { types, take: ({ types: changed }) => changed.reduce((sum, one) => sum + takeType(one), 0) };
}
