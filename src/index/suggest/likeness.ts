import { hasWords } from "../match.ts";
import { fold, wordsOf } from "../text.ts";
import type { Likeness } from "./suggestion.ts";

/** How a text is like what was typed, best first; undefined when it is not. */
export function likenessOf(text: string, typed: string): Likeness | undefined {
  const [folded, start] = [fold(text), fold(typed)];
  if (folded === start) return "exact";
  if (folded.startsWith(start)) return "prefix";
  const words = wordsOf(typed);
  return words.length > 0 && hasWords(wordsOf(text), words, "prefix") ? "word" : undefined;
}
