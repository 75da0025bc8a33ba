import type { SearchQuery } from "../../index/query.ts";

export const ALL: SearchQuery = { kind: "all" };
export const NONE: SearchQuery = { kind: "none" };

/** All of these; of none, everything. */
export const and = (of: readonly SearchQuery[]): SearchQuery =>
  of.length === 0 ? ALL : of.length === 1 ? of[0]! : { kind: "and", of };

/** At least so many of these; a score that none is needed for still counts. */
export const or = (of: readonly SearchQuery[], atLeast = 1): SearchQuery =>
  of.length < atLeast ? NONE : of.length === 1 && atLeast === 1 ? of[0]! : { kind: "or", of, atLeast };

export const not = (of: SearchQuery): SearchQuery => ({ kind: "not", of });

/** Counts this much more; 1 changes nothing. */
export const boosted = (of: SearchQuery, by: number | undefined): SearchQuery =>
  by === undefined || by === 1 ? of : { kind: "boost", of, by };
