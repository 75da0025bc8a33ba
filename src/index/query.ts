import type { Regexp } from "./regexp.ts";

/** A value as a client writes it, before its field's kind is known. */
export type Scalar = string | number | boolean;

/** Bounds of a range; either side may be open. */
export type Bounds<T> = { readonly gt?: T; readonly gte?: T; readonly lt?: T; readonly lte?: T };

/** How the words of a `words` leaf must occur: any of them, all of them, side by side, or side by side with the last a prefix. */
export type WordsMode = "any" | "all" | "phrase" | "prefix";

/**
 * What is asked for, in no engine's dialect. Fields are names as callers know them; `fields: "any"` is free text over all
 * that the caller may see.
 *
 * Scores are sums of leaves: one of words or a pattern counts its best field's weight, any other leaf 1; `not` and
 * `filter` count 0; `nested` finds what has, in a nested field, one object that is all that is asked for, and counts what the
 * best such object does (free text in it looks in the object); `boost` multiplies what each leaf counts, which is rounded (see `weight.ts`). No statistics enter, so nothing that a caller may not see moves a score.
 */
export type SearchQuery =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "and"; readonly of: readonly SearchQuery[] }
  | { readonly kind: "or"; readonly of: readonly SearchQuery[]; readonly atLeast: number }
  | { readonly kind: "not"; readonly of: SearchQuery }
  | { readonly kind: "filter"; readonly of: SearchQuery }
  | { readonly kind: "boost"; readonly of: SearchQuery; readonly by: number }
  | { readonly kind: "terms"; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly kind: "range"; readonly field: string; readonly bounds: Bounds<string | number> }
  | { readonly kind: "exists"; readonly field: string }
  | { readonly kind: "pattern"; readonly fields: FieldNames; readonly pattern: Pattern }
  | { readonly kind: "words"; readonly fields: FieldNames; readonly text: string; readonly mode: WordsMode }
  | { readonly kind: "regexp"; readonly fields: FieldNames; readonly regexp: Regexp }
  | { readonly kind: "near"; readonly fields: FieldNames; readonly text: string; readonly slop: number }
  | SomeWords
  | { readonly kind: "nested"; readonly path: string; readonly of: SearchQuery }
  | CalledSo
  | { readonly kind: "ids"; readonly ids: readonly string[]; readonly type?: string };

/**
 * At least so many of a text's words (a word that is there twice counts twice), each within so many edits of a word of one
 * field. A field that has no words is compared whole. The first `prefix` characters of each must be as they are.
 */
export type SomeWords = {
  readonly kind: "some";
  readonly fields: FieldNames;
  readonly text: string;
  readonly atLeast: number;
  readonly edits: Edits;
  readonly prefix: number;
};

/**
 * Resources whose name, as a whole, begins with a text, case and accents aside: they count half of the name's weight, or of
 * `weight`; those that are called so, half as much again and the whole of it.
 */
export type CalledSo = { readonly kind: "called"; readonly text: string; readonly weight?: number };

/** How many edits: 0 to 2, or by length: a word shorter than the first number none, than the second one, else two. */
export type Edits = number | readonly [one: number, two: number];

/** Fields to look in, each with what a match in it counts for instead of its own weight. */
export type FieldNames = "any" | readonly { readonly name: string; readonly weight?: number }[];

/** Text with `*` (any run) and `?` (any one character). Linear to match, never a regular expression. */
export type Pattern = readonly PatternPart[];
export type PatternPart = { readonly text: string } | "*" | "?";

/** One key to sort by; documents without a value come last, whichever the order. `_score`, `_id` and `_type` are fields too. */
export type Sort = { readonly field: string; readonly order: "asc" | "desc" };
