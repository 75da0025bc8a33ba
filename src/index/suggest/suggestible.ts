import { compareText, fold } from "../text.ts";
import type { Value } from "../values.ts";

/** Longer texts nobody completes. UTF-16 units. */
const LONGEST = 256;

/** Ends the folded half of a `keyOf`; no text that is suggested holds one. */
const NUL = "\u0000";

/** Whether a value may be suggested: a text, not too long, that `keyOf` can hold. */
export const isSuggestible = (value: Value): value is string =>
  typeof value === "string" && value !== "" && value.length <= LONGEST && !value.includes(NUL);

/** A text led by itself folded: engines that sort by this put texts into the order of suggestions, and find them by it. */
export const keyOf = (text: string): string => fold(text) + NUL + text;

/** The text of a `keyOf`. */
export const textOf = (key: string): string => key.slice(key.indexOf(NUL) + 1);

/** The order of suggestions that are equally good: by letter, case and accents aside; then as they are. */
export const compareTexts = (a: string, b: string): number => compareText(fold(a), fold(b)) || compareText(a, b);
