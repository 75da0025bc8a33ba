import { compareValues } from "../match.ts";
import type { CompositeAggregation, CompositeSource } from "./aggregation.ts";
import type { CompositeAnswer } from "./counted.ts";
import type { Value } from "../values.ts";
import type { Context } from "./context.ts";
import { stepsIn } from "./histogram.ts";
import { read, together, type Asking, type Narrowing, type Path } from "./probe.ts";

type Key = Value | null;
type Tuple = { readonly keys: readonly Key[]; readonly count: number; readonly path: Path };
type Side = { readonly key: Key; readonly count: number; readonly by: Narrowing };

/** Values of one source whose combinations are asked for together. */
const AT_ONCE = 50;

/** Below zero when one key comes first in a source's order; null is the least. */
function compareKeys(a: Key, b: Key, { order }: CompositeSource): number {
  const difference = a === null || b === null ? Number(a !== null) - Number(b !== null) : compareValues(a, b);
  return order === "asc" ? difference : -difference;
}

/** What documents on a path are on one side, in the order of that source. */
function* sidesOf(source: CompositeSource, path: Path): Asking<Side[]> {
  const { field } = source;
  if (source.by === "steps") {
    const sides = yield* stepsIn(source, path);
    return sides.filter(({ count }) => count > 0).toSorted((a, b) => compareKeys(a.key, b.key, source));
  }
  const values = yield* read({ what: "values", field, path });
  const sides = [...values].map(([key, count]): Side => {
    return { key, count, by: { kind: "value", field, value: key, orMissing: false } };
  });
  const by = { kind: "missing", field } as const;
  const missing = source.missing ? yield* read({ what: "documents", path: [...path, by] }) : 0;
  if (missing > 0) sides.push({ key: null, count: missing, by });
  return sides.toSorted((a, b) => compareKeys(a.key, b.key, source));
}

/** The first combinations behind some keys; of sources further on only as many are read as there is room for. */
function* tuplesIn(
  [source, ...rest]: readonly CompositeSource[],
  path: Path,
  after: readonly Key[] | undefined,
  size: number,
): Asking<Tuple[]> {
  if (source === undefined) return [];
  const behind = ({ key }: Side): number => (after ? compareKeys(key, after[0] ?? null, source) : 1);
  const all = yield* sidesOf(source, path);
  const sides = all.filter((side) => (rest.length === 0 ? behind(side) > 0 : behind(side) >= 0));
  if (rest.length === 0)
    return sides.slice(0, size).map(({ key, count, by }) => ({ keys: [key], count, path: [...path, by] }));
  const found: Tuple[] = [];
  for (let at = 0; at < sides.length && found.length < size; at += AT_ONCE) {
    const some = sides.slice(at, at + AT_ONCE);
    const inner = yield* together(
      some.map((side) => tuplesIn(rest, [...path, side.by], behind(side) === 0 ? after?.slice(1) : undefined, size)),
    );
    found.push(...inner.flatMap((all, i) => all.map((one) => ({ ...one, keys: [some[i]!.key, ...one.keys] }))));
  }
  return found.slice(0, size);
}

/** Counts by combinations of values. */
export function* compositeAnswer(asked: CompositeAggregation, { path, within }: Context): Asking<CompositeAnswer> {
  const { sources, size, after, aggregations } = asked;
  const tuples = yield* tuplesIn(sources, path, after, size);
  const counted = tuples.map(({ keys, count }) => ({ keys, count }));
  if (aggregations === undefined) return { tuples: counted };
  const inner = yield* together(tuples.map((tuple) => within(aggregations, tuple.path)));
  return { tuples: counted.map((one, i) => ({ ...one, aggregations: inner[i]! })) };
}
