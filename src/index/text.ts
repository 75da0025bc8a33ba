/**
 * Words: how text is cut, folded, compared and marked. Every engine is given these words and cuts none of its own, so that
 * all agree; a change here is a change of the index.
 */

/** A word that separates two values of one document, so that no phrase runs across them. Nobody can type it. */
export const GAP = "\u0001";

/**
 * Longest word kept, and longest value compared whole, in code points: Elasticsearch cuts words after 255 UTF-16 units, and
 * refuses terms over 32,766 bytes.
 */
const MAX_WORD = 125;
const MAX_VALUE = 4000;

const MARKS = /\p{M}+/gu;
// A word is a run of letters and digits; a dot or comma stays inside a number (22.04); each ideograph or kana is a word.
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\p{N}+(?:[.,]\p{N}+)+|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+/gv;

// Most values are one such word, and the expression above takes twice as long to say so.
const ONE_WORD = new RegExp(`^[A-Za-z0-9]{1,${MAX_WORD}}$`);

// ASCII has neither accents nor compatibility forms, and is most of what there is: not worth normalising.
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Lower case, no accents, compatibility forms united: "Über" and "uber" are one. */
export const fold = (value: string): string =>
  BEYOND_ASCII.test(value)
    ? value.toWellFormed().normalize("NFKD").replace(MARKS, "").toLowerCase().normalize("NFKC")
    : value.toLowerCase();

/** The first `limit` code points of a value. */
function cut(value: string, limit: number): string {
  return value.length <= limit
    ? value
    : Array.from(value.slice(0, limit * 2))
        .slice(0, limit)
        .join("");
}

/** The words of a text, folded, in order: `ubuntu-22.04_LTS` is ubuntu, 22.04, lts. */
export function wordsOf(value: string): string[] {
  if (ONE_WORD.test(value)) return [value.toLowerCase()];
  const words: string[] = fold(value).match(WORD) ?? [];
  return words.some((word) => word.length > MAX_WORD) ? words.map((word) => cut(word, MAX_WORD)) : words;
}

/** A value as it is compared whole: cut to 4,000 code points, the same in every store and in every query. */
export const exactOf = (value: string): string => cut(value.toWellFormed(), MAX_VALUE);

const rank = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;

/** Code-point order, which is UTF-8's and every engine's; JavaScript's own is UTF-16's. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Where `phrase` starts in `words`, its words side by side; -1 when it is not there. */
export function findPhrase(words: readonly string[], phrase: readonly string[], from = 0): number {
  for (let start = words.indexOf(phrase[0]!, from); start >= 0; start = words.indexOf(phrase[0]!, start + 1)) {
    if (phrase.every((word, i) => words[start + i] === word)) return start;
  }
  return -1;
}

/** A piece of the original text and the folded word that it is, or null for what stands between words. */
export type Piece = { readonly text: string; readonly word: string | null };

// The original text is cut at the same places: per run of letters, numbers and marks, then folded.
const PIECE = /[\p{L}\p{N}\p{M}]+(?:[.,]\p{N}[\p{L}\p{N}\p{M}]*)*|[^\p{L}\p{N}\p{M}]+/gu;

/** The original text in pieces, for highlighting; joined again they are the text. */
export function piecesOf(value: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [run] of value.matchAll(PIECE)) {
    const words = wordsOf(run);
    if (words.length === 0) pieces.push({ text: run, word: null });
    else if (words.length === 1) pieces.push({ text: run, word: words[0]! });
    else pieces.push(...splitRun(run));
  }
  return pieces;
}

/** A run of several words (ideographs, `1.a`): code point by code point, a word ends where adding more makes another. */
function splitRun(run: string): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  for (const point of run) {
    if (text !== "" && wordsOf(text + point).length > 1) {
      pieces.push({ text, word: wordsOf(text)[0] ?? null });
      text = "";
    }
    text += point;
  }
  return [...pieces, { text, word: wordsOf(text)[0] ?? null }];
}
