import type { SearchQuery } from "../query.ts";

/**
 * What is to be completed: the beginning of a resource's name, a field's name or a field's value.
 *
 * - `types`: the resource types to look in, all of them known and allowed. `valuesOf`: those of them whose values may be told.
 * - `size`: how many suggestions at most.
 */
export type SuggestRequest = {
  readonly types: readonly string[];
  readonly valuesOf: readonly string[];
  readonly text: string;
  readonly size: number;
};

/** How a suggestion has what was typed, case and accents aside: as the whole of it, its beginning, or that of a word in it. */
export type Likeness = "exact" | "prefix" | "word";

/**
 * One way to go on typing, in the `types` that have it.
 *
 * - `name`: what resources are called. `field`: a field that queries may name. `value`: a value of `field`.
 */
export type Suggestion = {
  readonly kind: "name" | "field" | "value";
  readonly text: string;
  readonly field?: string;
  readonly likeness: Likeness;
  readonly types: readonly string[];
};

/** Best first. `complete` is false, with `reasons`, when a part of the index did not answer. */
export type SuggestAnswer = {
  readonly suggestions: readonly Suggestion[];
  readonly complete: boolean;
  readonly reasons: readonly string[];
};

/**
 * What every engine can say: the first `size` texts of a key, in the order of `compareKeys`, of those that begin with
 * `start` (folded), of the resources of a type that a caller lists and that `query` matches.
 */
export type Lookup = {
  readonly type: string;
  readonly key: string;
  readonly query: SearchQuery;
  readonly start: string;
  readonly size: number;
};
