import { bindPath } from "../../aggregations/narrow.ts";
import type { Extent, Path, Probe, Reading } from "../../aggregations/probe.ts";
import { fieldNamed } from "../../catalog.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import { slotsIn, type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
import { evaluate } from "./evaluate.ts";
import { checkpoint } from "./interrupt.ts";
import { addCounts, addExtent, addSteps } from "./facets.ts";
import { giveBack } from "./scratch.ts";
import type { TypeIndex } from "./type-index.ts";

/** The slots of one type that matched. */
type Part = { readonly index: TypeIndex; readonly bits: Bits; readonly slots: Uint32Array };

const columnOf = ({ index }: Part, field: string, scope: Scope): Column | undefined => {
  const key = fieldNamed(index.definition, field, scope)?.key;
  return key === undefined ? undefined : index.views.exact.get(key);
};

/** Reads what matched, for one caller. */
export function readingsOf(matched: readonly Part[], scope: Scope): (probe: Probe) => Reading {
  function narrowed(part: Part, path: Path): Part {
    if (path.length === 0) return part;
    const { bits } = evaluate(bindPath(path, part.index.definition, scope), part.index, part.bits);
    giveBack(); // its scores; there may be thousands of probes
    return { index: part.index, bits, slots: slotsIn(bits) };
  }

  return (probe) => {
    checkpoint();
    const parts = matched.map((part) => narrowed(part, probe.path));
    if (probe.what === "documents") return parts.reduce((sum, { slots }) => sum + slots.length, 0);
    const columns = parts.flatMap((part) => {
      const column = columnOf(part, probe.field, scope);
      return column ? [{ ...part, column }] : [];
    });
    if (probe.what === "values") {
      const totals = new Map<Value, number>();
      for (const { column, bits, slots } of columns) addCounts(totals, column, bits, slots);
      return totals;
    }
    if (probe.what === "extent") {
      const none: Extent = { count: 0, min: null, max: null };
      return columns.reduce((extent, { column, bits, slots }) => addExtent(extent, column, bits, slots), none);
    }
    const counts = probe.edges.slice(1).fill(0);
    for (const { column, bits, slots } of columns) addSteps(counts, probe.edges, column, bits, slots);
    return counts;
  };
}
