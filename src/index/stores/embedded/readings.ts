import { bindPath } from "../../aggregations/narrow.ts";
import type { Extent, Path, Probe, Reading, Readings } from "../../aggregations/probe.ts";
import { fieldNamed } from "../../catalog.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import type { Column } from "./column.ts";
import { evaluate } from "./evaluate.ts";
import { addCounts, addExtent, addSteps } from "./facets.ts";
import { checkpoint } from "./interrupt.ts";
import { matchedIn, type Matched } from "./matched.ts";

const columnOf = ({ index }: Matched, field: string, scope: Scope): Column | undefined => {
  const key = fieldNamed(index.definition, field, scope)?.key;
  return key === undefined ? undefined : index.views.exact.get(key);
};

function narrowed(part: Matched, path: Path, scope: Scope): Matched {
  if (path.length === 0) return part;
  return matchedIn(part.index, evaluate(bindPath(path, part.index.definition, scope), part.index, part.bits));
}

/** Adds what segments say to what is said already of what is in none of them. */
function added(probe: Probe, parts: readonly Matched[], reading: Reading, scope: Scope): Reading {
  if (probe.what === "documents") return parts.reduce((sum, { count }) => sum + count, reading as number);
  const columns = parts.flatMap((part) => {
    const column = columnOf(part, probe.field, scope);
    return column ? [{ column, part }] : [];
  });
  if (probe.what === "values") {
    const totals = new Map<Value, number>(reading as Readings["values"]);
    for (const { column, part } of columns) addCounts(totals, column, part);
    return totals;
  }
  if (probe.what === "extent") {
    const extent = reading as Extent;
    return columns.reduce((sum, { column, part }) => addExtent(sum, column, part), extent);
  }
  const counts = [...(reading as Readings["steps"])];
  for (const { column, part } of columns) addSteps(counts, probe.edges, column, part);
  return counts;
}

/** Reads what matched in segments, for one caller, together with what `recently` says of the rest. */
export const readingsOf =
  (matched: readonly Matched[], recently: (probe: Probe) => Reading, scope: Scope) =>
  (probe: Probe): Reading => {
    checkpoint();
    const parts = matched.map((part) => narrowed(part, probe.path, scope)).filter(({ count }) => count > 0);
    return added(probe, parts, recently(probe), scope);
  };
