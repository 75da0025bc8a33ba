import { SearchlightError } from "../../../../errors.ts";
import { exists } from "../../../resource.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { sought } from "../columns/ids.ts";
import { stateIn } from "../tables/state-text.ts";
import { liveSlotOf } from "../segments/type-index.ts";
import type { TypeHoldings } from "../segments/type-holdings.ts";

/** So many states are looked at one by one. */
const SAMPLES = 200;

const differs = (what: string): SearchlightError =>
  new SearchlightError("internal", `What was indexed is not what the states say, so it does not count: ${what}`);

const countOf = ({ segments, recent }: TypeHoldings): number =>
  segments.reduce((sum, { alive }) => sum + alive, recent.size);

/** The sequence that the index has of a resource; undefined where it has none. */
function sequenceOf({ segments, recent }: TypeHoldings, id: string): number | undefined {
  const kept = recent.get(id);
  if (kept) return kept.sequence;
  const wanted = sought(id);
  for (const segment of segments) {
    const slot = liveSlotOf(segment, wanted);
    if (slot >= 0) return segment.sequences[slot];
  }
  return undefined;
}

/** Compares counts of every type, and states by chance. @throws SearchlightError `internal` where one differs */
export function verify({ types, table }: Holdings, seen: number): void {
  for (const [type, holdings] of types) {
    const [has, had] = [countOf(holdings), table.existing(type)];
    if (has !== had) throw differs(`${had} resources of ${type} exist, ${has} are indexed`);
  }
  for (let i = 0; i < SAMPLES; i++) {
    const [row] = table.between(Math.floor(Math.random() * seen), seen, [...types.keys()], 1);
    const holdings = row && types.get(row.ref.type);
    if (!holdings) continue;
    const indexed = sequenceOf(holdings, row.ref.id);
    if (indexed !== (exists(stateIn(row.text, row.ref)) ? row.sequence : undefined))
      throw differs(`${row.ref.type} ${row.ref.id} is another`);
  }
}

/** Compares what was read back with what was written. @throws SearchlightError `internal` where one type differs */
export function verifySaved(written: Holdings, read: Holdings): void {
  for (const [type, holdings] of written.types) {
    const [had, has] = [countOf(holdings), countOf(read.types.get(type)!)];
    if (has !== had) throw differs(`${had} resources of ${type} were written, ${has} are read`);
  }
}
