import { SearchlightError } from "../../errors.ts";
import { assertSortable } from "../order.ts";
import type { HitsAggregation } from "./aggregation.ts";
import type { HitsAnswer } from "./counted.ts";
import type { Context } from "./context.ts";
import { read, type Asking } from "./probe.ts";

/** The first documents of a bucket. @throws SearchlightError `bad-request` for a sort that the types do not share */
export function* hitsAnswer(asked: HitsAggregation, { catalog, types, scope, path }: Context): Asking<HitsAnswer> {
  const { sort, from, size } = asked;
  const way = path.findLast(({ kind }) => kind === "nested" || kind === "reverse_nested");
  if (way?.kind === "nested")
    throw new SearchlightError(
      "bad-request",
      "top_hits tells resources, and this counts objects of theirs: go back by reverse_nested first",
      { at: "aggregations" },
    );
  assertSortable(catalog, { types, sort }, scope);
  const total = yield* read({ what: "documents", path });
  return { total, hits: yield* read({ what: "hits", sort, from, size, path }) };
}
