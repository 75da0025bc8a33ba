import type { BoundQuery } from "./bound.ts";

const STEP = 16;
const MOST = 1000;

/**
 * What a leaf counts: sixteenths, at least one if anything, at most 1,000. A thousand such leaves still sum exactly in the
 * 32 bits that Elasticsearch has for a score, whatever the order, so all engines score alike.
 */
const weightOf = (weight: number): number =>
  weight <= 0 ? 0 : Math.min(MOST, Math.max(1, Math.round(weight * STEP)) / STEP);

const scaled = <T extends { readonly weight: number }>(all: readonly T[], factor: number): T[] =>
  all.map((one) => ({ ...one, weight: weightOf(one.weight * factor) }));

/** The same query with its boosts moved to its leaves, and what each of those counts rounded. */
export function weighed(query: BoundQuery, factor = 1): BoundQuery {
  switch (query.kind) {
    case "and":
    case "or":
      return { ...query, of: query.of.map((part) => weighed(part, factor)) };
    case "not":
    case "filter":
      return { kind: query.kind, of: weighed(query.of) };
    case "nested":
      return { ...query, of: weighed(query.of, factor) };
    case "boost":
      return weighed(query.of, factor * query.by);
    case "pattern":
      return { ...query, targets: scaled(query.targets, factor) };
    case "regexp":
      return { ...query, targets: scaled(query.targets, factor) };
    case "some":
      return { ...query, targets: scaled(query.targets, factor) };
    case "words":
    case "near":
      return { ...query, fields: scaled(query.fields, factor) };
    case "none":
      return query;
    default:
      return weightOf(factor) === 1 ? query : { kind: "boost", of: query, by: weightOf(factor) };
  }
}
