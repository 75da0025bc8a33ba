import { bindPath } from "../../../aggregations/narrow.ts";
import type { Path, Probe } from "../../../aggregations/probe.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { matcher } from "../../../match.ts";
import { orderOf, sortingBy } from "../../../order.ts";
import type { Scope } from "../../../scope.ts";
import { evaluate } from "../matching/evaluate.ts";
import { matchedIn, type Matched } from "../matching/matched.ts";
import type { Found, Ranked } from "./found.ts";
import { pageOf } from "./merge-ranked.ts";
import { firstOf } from "./rank.ts";
import { rankedRecently, type FoundRecently } from "./recent.ts";

/** What was found of one type: in its segments, and among what is in none yet. The post filter is not applied to it. */
export type OfType = {
  readonly definition: TypeDefinition;
  readonly matched: readonly Matched[];
  readonly recent: readonly FoundRecently[];
};

/** What lies on a path, with its scores; it ends among resources, for only these are told (see `hitsAnswer`). */
function within({ index, bits, scores }: Matched, path: Path, scope: Scope): Matched {
  const found = evaluate(bindPath(path, index.definition, scope).query, index, bits);
  return matchedIn(index, { bits: found.bits, scores });
}

/** The first of what was found that lies on a path, in the order of a sort. */
export function topHits(found: readonly OfType[], probe: Probe & { readonly what: "hits" }, scope: Scope): Found[] {
  const ranked = found.flatMap(({ definition, matched, recent }): Ranked[] => {
    const parts = matched.map((part) => within(part, probe.path, scope)).filter(({ count }) => count > 0);
    const passes = matcher(bindPath(probe.path, definition, scope).query);
    const sorting = sortingBy(probe.sort, definition, scope);
    const late = recent.flatMap((one): FoundRecently[] =>
      passes(one.kept) === undefined ? [] : [{ ...one, sort: sorting(one.kept, one.score) }],
    );
    return [...parts.map((part) => firstOf(part, probe, scope)), rankedRecently(late, probe)];
  });
  return pageOf(ranked, orderOf(probe.sort), probe.from, probe.size);
}
