import type { Hit } from "../hit.ts";
import type { SearchQuery } from "../query.ts";
import type { SearchRequest } from "../request.ts";
import { numberOf, type Value } from "../values.ts";

/**
 * One way to narrow the documents found, as a bucket does. Values are as engines compare them.
 *
 * - `nested`: to the objects of a nested field; `reverse_nested`: from these back to the documents that have any of them.
 * - `value`: with this value; `between`: with a number from `from` up to, not including, `to`; or (`orMissing`) without any.
 */
export type Narrowing =
  | { readonly kind: "query"; readonly query: SearchQuery }
  | { readonly kind: "nested"; readonly path: string }
  | { readonly kind: "reverse_nested" }
  | { readonly kind: "types"; readonly types: readonly string[] }
  | { readonly kind: "value"; readonly field: string; readonly value: Value; readonly orMissing: boolean }
  | {
      readonly kind: "between";
      readonly field: string;
      readonly from?: number;
      readonly to?: number;
      readonly orMissing: boolean;
    }
  | { readonly kind: "missing"; readonly field: string };

/** All of these at once. */
export type Path = readonly Narrowing[];

/** The least and the greatest number; null where there is none. */
export type Extent = { readonly min: number | null; readonly max: number | null };

/** How many documents have each value, or each number. */
export type ValueCounts = ReadonlyMap<Value, number>;
export type NumberCounts = ReadonlyMap<number, number>;

/** How often each number is among values: of texts, what they read as. */
export function numbersAmong(values: ValueCounts): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [value, count] of values) {
    const number = typeof value === "number" ? value : numberOf(value);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + count);
  }
  return counts;
}

/** The least of some numbers, and the greatest. */
export function extentOf(numbers: Iterable<number>): Extent {
  let [min, max]: [number | null, number | null] = [null, null];
  for (const number of numbers) [min, max] = [Math.min(min ?? number, number), Math.max(max ?? number, number)];
  return { min, max };
}

/**
 * What every engine can say exactly of the documents found, narrowed by a path; or of their objects, where the path leads to
 * such: an object then is what is called a document here. All aggregations are made from these, by the
 * same code, so that engines agree by construction.
 *
 * - `documents`: how many there are.
 * - `values`: how many of them have each value of a field. `count`: how many values there are, each once a document.
 * - `numbers`: how many have each number of a field. `extent`: the least of these and the greatest.
 * - `hits`: the first of them in the order of a sort.
 * - `steps`: how many have a number from `edges[i]` up to, not including, `edges[i + 1]`; the edges ascend.
 *
 * The numbers of a field are its values; of an entry in an open map, what its values read as, each value by itself (see
 * `numberOf`).
 */
export type Probe = { readonly path: Path } & (
  | { readonly what: "documents" }
  | ({ readonly what: "hits" } & Pick<SearchRequest, "sort" | "from" | "size">)
  | { readonly what: "values"; readonly field: string }
  | { readonly what: "count"; readonly field: string }
  | { readonly what: "numbers"; readonly field: string }
  | { readonly what: "extent"; readonly field: string }
  | { readonly what: "steps"; readonly field: string; readonly edges: readonly number[] }
);

/** What is counted, rather than shown. */
export type Counting = Exclude<Probe, { readonly what: "hits" }>;

/** The answer to a probe, by what was asked. */
export type Readings = {
  readonly documents: number;
  readonly hits: readonly Hit[];
  readonly values: ValueCounts;
  readonly count: number;
  readonly numbers: NumberCounts;
  readonly extent: Extent;
  readonly steps: readonly number[];
};
export type Reading = Readings[keyof Readings];

/** A calculation that asks an engine for readings, several at a time, and is given them in the same order. */
export type Asking<T> = Generator<readonly Probe[], T, readonly Reading[]>;

/** Asks for one reading. */
export function* read<W extends keyof Readings>(probe: Probe & { readonly what: W }): Asking<Readings[W]> {
  const [reading] = yield [probe];
  return reading as Readings[W];
}

/** Several calculations side by side: what all of them ask for is asked at once. */
export function* together<T>(all: readonly Asking<T>[]): Asking<T[]> {
  const turns = all.map((one) => one.next());
  for (;;) {
    const probes = turns.flatMap((turn) => (turn.done ? [] : turn.value));
    if (probes.length === 0) return turns.map(({ value }) => value as T);
    const readings = yield probes;
    let from = 0;
    for (const [i, turn] of turns.entries()) {
      if (turn.done) continue;
      const to = from + turn.value.length;
      turns[i] = all[i]!.next(readings.slice(from, to));
      from = to;
    }
  }
}

/** Runs a calculation against an engine that answers at once. */
export function settle<T>(asking: Asking<T>, answer: (probe: Probe) => Reading): T {
  let turn = asking.next();
  while (!turn.done) turn = asking.next(turn.value.map(answer));
  return turn.value;
}

/** Runs a calculation on from its first readings, against an engine that must be waited for. */
export async function settleLater<T>(
  asking: Asking<T>,
  first: readonly Reading[],
  answer: (probes: readonly Probe[]) => Promise<readonly Reading[]>,
): Promise<T> {
  let turn = asking.next(first);
  while (!turn.done) turn = asking.next(await answer(turn.value));
  return turn.value;
}
