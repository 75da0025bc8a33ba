import type { BoundQuery, SomeTarget, WeightedKey } from "../bound.ts";
import type { NamedField } from "../catalog.ts";
import { fuzzyWord } from "../fuzzy.ts";
import { nearWords } from "../near.ts";
import type { FieldNames, SomeWords, WordsMode } from "../query.ts";
import { exactOf, wordsOf } from "../text.ts";
import { anyOf } from "./either.ts";
import { anywhere, fieldHere, NONE, type Binder } from "./here.ts";
import { bindTerms } from "./values.ts";

const isWords = ({ field, open }: NamedField): boolean => field.kind === "text" && !open;

/** Words in one named field: text by word; anything else compared whole, as `match` on a keyword is. */
function bindWordsIn(binder: Binder, name: string, weight: number | undefined, text: string, leaf: LeafOf): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  if (!isWords(found)) return bindWhole(binder, name, weight, text);
  return leaf([{ key: found.key, weight: weight ?? found.field.weight }], wordsOf(text));
}

function bindWhole(binder: Binder, name: string, by = 1, text: string): BoundQuery {
  const of = bindTerms(binder, name, [text]);
  return of.kind === "none" ? of : { kind: "boost", of, by };
}

/** What words in these fields are asked for as. */
type LeafOf = (fields: readonly WeightedKey[], words: readonly string[]) => BoundQuery;

/** Words that occur so. */
export const wordsLeaf =
  (mode: WordsMode): LeafOf =>
  (fields, words) =>
    words.length === 0 ? NONE : { kind: "words", fields, words, mode };

/** All of the words, up to so many steps out of their places. */
export const nearLeaf =
  (slop: number): LeafOf =>
  (fields, words) =>
    words.length === 0 ? NONE : { kind: "near", fields, ...nearWords(words, slop) };

/** A text's words in these fields, asked for as `leaf` says. */
export function bindWords(binder: Binder, fields: FieldNames, text: string, leaf: LeafOf): BoundQuery {
  if (fields === "any") return leaf(anywhere(binder), wordsOf(text));
  return anyOf(fields.map(({ name, weight }) => bindWordsIn(binder, name, weight, text, leaf)));
}

/** Some of the words in one named field: text by word, other texts whole; what is no text has no edits. */
function bindSomeIn(binder: Binder, name: string, weight: number | undefined, query: SomeWords): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  if (isWords(found)) return someLeaf([{ key: found.key, weight: weight ?? found.field.weight }], query);
  if (found.field.kind !== "keyword" && !found.open) return bindWhole(binder, name, weight, query.text);
  const words = [fuzzyWord(exactOf(query.text), query.edits, query.prefix)];
  return { kind: "some", targets: [{ key: found.key, weight: weight ?? 1, on: "exact", words, atLeast: 1 }] };
}

function someLeaf(fields: readonly WeightedKey[], { text, edits, prefix, atLeast }: SomeWords): BoundQuery {
  const words = wordsOf(text).map((word) => fuzzyWord(word, edits, prefix));
  if (words.length === 0) return NONE;
  return { kind: "some", targets: fields.map((field): SomeTarget => ({ ...field, on: "words", words, atLeast })) };
}

/** At least so many of a text's words, each within so many edits, in one of these fields. */
export const bindSome = (binder: Binder, query: SomeWords): BoundQuery =>
  query.fields === "any"
    ? someLeaf(anywhere(binder), query)
    : anyOf(query.fields.map(({ name, weight }) => bindSomeIn(binder, name, weight, query)));
