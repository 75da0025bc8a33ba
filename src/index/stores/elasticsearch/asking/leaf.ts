import type { BoundQuery } from "../../../bound.ts";
import { compareValues } from "../../../match.ts";
import type { Bounds } from "../../../query.ts";
import type { Value } from "../../../values.ts";
import type { Query } from "../documents/clause.ts";
import { numberKey, placeOf, type Holder, type Place } from "../documents/fields.ts";

type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, { kind: K }>;

/** Elasticsearch takes no more values in one clause (`index.max_terms_count`). */
const MAX_TERMS = 65_536;

/** Any of these values, however many. */
export function termsQuery(holder: Holder, { key, values }: Leaf<"terms">): Query {
  if (values.length === 0) return { match_none: {} };
  const { match, lead } = placeOf(holder, key);
  const terms = lead === "" ? values : values.map((value) => lead + String(value));
  if (terms.length === 1) return { term: { [match]: terms[0]! } };
  const chunks: Query[] = [];
  for (let i = 0; i < terms.length; i += MAX_TERMS) chunks.push({ terms: { [match]: terms.slice(i, i + MAX_TERMS) } });
  return chunks.length === 1 ? chunks[0]! : { bool: { should: chunks, minimum_should_match: 1 } };
}

/** At most one bound a side: of two, Elasticsearch would take the last. */
function tightest({ gt, gte, lt, lte }: Bounds<Value>): Bounds<Value> {
  const above = gt !== undefined && (gte === undefined || compareValues(gt, gte) >= 0);
  const below = lt !== undefined && (lte === undefined || compareValues(lt, lte) <= 0);
  return {
    ...(above ? { gt } : gte !== undefined && { gte }),
    ...(below ? { lt } : lte !== undefined && { lte }),
  };
}

/** Values within bounds. An open map's entry is compared behind its name, so both sides are closed by that. */
export const rangeQuery = (holder: Holder, { key, numbers, bounds }: Leaf<"range">): Query =>
  rangeAt(placeOf(holder, key), bounds, numbers);

/** The same, at a place. */
export function rangeAt({ match, lead, open }: Place, bounds: Bounds<Value>, numbers: boolean): Query {
  const tight = tightest(bounds);
  if (!open) return { range: { [match]: tight } };
  const led = Object.fromEntries(
    Object.entries(tight).map(([side, value]) => [side, lead + (numbers ? numberKey(Number(value)) : String(value))]),
  );
  const floor = "gt" in led || "gte" in led ? {} : { gte: lead };
  const ceiling = "lt" in led || "lte" in led ? {} : { lt: `${open.name}\u0001` };
  return { range: { [numbers ? open.numbers : match]: { ...led, ...floor, ...ceiling } } };
}

/** Documents with any value. */
export function existsQuery(holder: Holder, { key }: Leaf<"exists">): Query {
  const { match, open } = placeOf(holder, key);
  return open ? { term: { [open.names]: open.name } } : { exists: { field: match } };
}
