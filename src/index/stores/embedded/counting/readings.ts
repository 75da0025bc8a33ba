import { bindPath, hasNumbers } from "../../../aggregations/narrow.ts";
import {
  numbersAmong,
  type Extent,
  type Path,
  type Counting,
  type Reading,
  type Readings,
} from "../../../aggregations/probe.ts";
import { fieldHere, type Binder } from "../../../binding/here.ts";
import type { Scope } from "../../../scope.ts";
import type { Value } from "../../../values.ts";
import { emptyBits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { evaluate } from "../matching/evaluate.ts";
import { addExtent } from "./extent.ts";
import { addCounts, countValues } from "./facets.ts";
import { checkpoint } from "../threads/interrupt.ts";
import type { Matches } from "../sets/matches.ts";
import { matchedIn, type Matched } from "../matching/matched.ts";
import { objectsWithin } from "../segments/objects.ts";
import type { Indexed } from "../segments/segment.ts";
import { addSteps } from "./steps.ts";

/** What matched of a segment, and lies on a path: resources, or objects of theirs. */
type Read = Matched<Indexed> & { readonly binder: Binder };

/** The column of a field's values; of an open map's entry, where it matters which numbers there are, of these. */
function columnOf({ index, binder }: Read, { what, field }: About): Column | undefined {
  const found = fieldHere(binder, field);
  const numeric = what === "numbers" || what === "extent" || what === "steps";
  if (!found || (numeric && !hasNumbers(found))) return undefined;
  const { exact, numbers } = index.views;
  return (found.open && (what === "extent" || what === "steps") ? numbers : exact).get(found.key);
}

const NONE: Matches = { bits: emptyBits(0), scores: 0 };

function narrowed(part: Matched, path: Path, scope: Scope): Read {
  const { index } = part;
  const binder = { definition: index.definition, scope };
  if (path.length === 0) return { ...part, binder };
  const { query, objects } = bindPath(path, index.definition, scope);
  const found = evaluate(query, index, part.bits);
  if (!objects) return { ...matchedIn<Indexed>(index, found), binder };
  const inner = index.objects.get(objects.path);
  const chosen = inner ? evaluate(objects.query, inner, objectsWithin(inner, found.bits)) : NONE;
  return { ...matchedIn<Indexed>(inner ?? index, chosen), binder: { ...binder, within: objects.path } };
}

type About = Exclude<Counting, { readonly what: "documents" }>;

/** Adds what segments say to what is said already of what is in none of them. */
function added(probe: Counting, parts: readonly Read[], reading: Reading): Reading {
  if (probe.what === "documents") return parts.reduce((sum, { count }) => sum + count, reading as number);
  const columns = parts.flatMap((part) => {
    const column = columnOf(part, probe);
    return column ? [{ column, part }] : [];
  });
  if (probe.what === "values" || probe.what === "numbers") {
    const totals = new Map<Value, number>(reading as Readings["values" | "numbers"]);
    for (const { column, part } of columns) addCounts(totals, column, part);
    return probe.what === "values" ? totals : numbersAmong(totals);
  }
  if (probe.what === "count")
    return columns.reduce((sum, { column, part }) => sum + countValues(column, part), reading as number);
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
  (matched: readonly Matched[], recently: (probe: Counting) => Reading, scope: Scope) =>
  (probe: Counting): Reading => {
    checkpoint();
    const parts = matched.map((part) => narrowed(part, probe.path, scope)).filter(({ count }) => count > 0);
    return added(probe, parts, recently(probe));
  };
