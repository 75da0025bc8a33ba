import type { Probe, Reading, Readings } from "../../../aggregations/probe.ts";
import { orderOf } from "../../../order.ts";
import { placeOf } from "../../../place.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Value } from "../../../values.ts";

const least = (values: readonly (number | null)[], choose: (...all: number[]) => number): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : choose(...known);
};

function sumValues(all: readonly Readings["values"][]): Readings["values"] {
  const sums = new Map<Value, number>();
  for (const counts of all) for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

function firstHits(
  { sort, from, size }: Pick<SearchRequest, "sort" | "from" | "size">,
  all: readonly Readings["hits"][],
) {
  const order = orderOf(sort);
  const placed = all.flat().map((hit) => ({ hit, place: placeOf(hit) }));
  const first = placed.toSorted((a, b) => order(a.place, b.place)).slice(from, from + size);
  return first.map(({ hit }) => hit);
}

/** A probe's reading from those of its parts. */
export function joined(probe: Probe, parts: readonly Reading[]): Reading {
  if (probe.what === "documents" || probe.what === "count")
    return (parts as number[]).reduce((sum, one) => sum + one, 0);
  if (probe.what === "hits") return firstHits(probe, parts as Readings["hits"][]);
  if (probe.what === "values" || probe.what === "numbers") return sumValues(parts as Readings["values"][]);
  if (probe.what === "steps")
    return probe.edges
      .slice(1)
      .map((_, i) => (parts as Readings["steps"][]).reduce((sum, one) => sum + (one[i] ?? 0), 0));
  const extents = parts as Readings["extent"][];
  return {
    min: least(
      extents.map(({ min }) => min),
      Math.min,
    ),
    max: least(
      extents.map(({ max }) => max),
      Math.max,
    ),
  };
}
