import type { Automaton } from "./automaton.ts";
import type { FuzzyWord } from "./fuzzy.ts";
import type { NearWords } from "./near.ts";
import type { Bounds, Pattern, WordsMode } from "./query.ts";
import type { Regexp } from "./regexp.ts";
import type { Value } from "./values.ts";

/** A place to look for words, and what a match there counts for. */
export type WeightedKey = { readonly key: string; readonly weight: number };

/**
 * A query bound to one type and one caller: names are keys of an entry, values are as engines compare them, and what the
 * caller may not see is not in it. Every engine compiles this tree, and no other.
 *
 * - `terms`: any of the values, whole. `range`: `numbers` compares an open map's values as numbers.
 * - `pattern`, `regexp`: against `exact` values, `folded` whole values or `words`, per target; the best weight of those that match.
 * - `words`, `near`, `some`: folded words in one of the fields, the best weight of those that match.
 * - `nested`: one of the objects at `path` is as `of` says, whose keys are that object's; the best score of those that are.
 * - `boost` stands around leaves of one weight only, and all weights are rounded, so that scores are exact in every engine.
 */
export type BoundQuery =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "and"; readonly of: readonly BoundQuery[] }
  | { readonly kind: "or"; readonly of: readonly BoundQuery[]; readonly atLeast: number }
  | { readonly kind: "not"; readonly of: BoundQuery }
  | { readonly kind: "filter"; readonly of: BoundQuery }
  | { readonly kind: "boost"; readonly of: BoundQuery; readonly by: number }
  | { readonly kind: "terms"; readonly key: string; readonly values: readonly Value[] }
  | { readonly kind: "range"; readonly key: string; readonly numbers: boolean; readonly bounds: Bounds<Value> }
  | { readonly kind: "exists"; readonly key: string }
  | { readonly kind: "pattern"; readonly targets: readonly PatternTarget[] }
  | {
      readonly kind: "words";
      readonly fields: readonly WeightedKey[];
      readonly words: readonly string[];
      readonly mode: WordsMode;
    }
  | ({ readonly kind: "near"; readonly fields: readonly WeightedKey[] } & NearWords)
  | { readonly kind: "regexp"; readonly targets: readonly RegexpTarget[] }
  | { readonly kind: "some"; readonly targets: readonly SomeTarget[] }
  | { readonly kind: "nested"; readonly path: string; readonly of: BoundQuery };

export type PatternTarget = WeightedKey & { readonly on: "exact" | "folded" | "words"; readonly pattern: Pattern };

/** `automaton` is the `regexp`, made. */
export type RegexpTarget = WeightedKey & {
  readonly on: PatternTarget["on"];
  readonly regexp: Regexp;
  readonly automaton: Automaton;
};

/** At least so many of these words, in one of the `exact` values or in the `words`. */
export type SomeTarget = WeightedKey & {
  readonly on: "exact" | "words";
  readonly words: readonly FuzzyWord[];
  readonly atLeast: number;
};
