import { compareText } from "../../../text.ts";
import type { Value } from "../../../values.ts";

/** A number holds so many bits exactly: some characters of a text, at 7 bits each, and behind them which text it is. */
const BITS = 53;
const CHARACTER = 7;
const PLAIN = 126;

/** So few are sorted one by one. */
const FEW = 12;

/**
 * Some characters of a text as a number that orders texts as these do. Of what is not plain it says only that it is beyond, and
 * nothing of what follows: where two numbers are equal, the texts decide.
 */
function charactersOf(text: string, from: number, count: number): number {
  let key = 0;
  let plain = true;
  for (let i = from; i < from + count; i++) {
    key *= 2 ** CHARACTER;
    if (!plain || i >= text.length) continue;
    const unit = text.charCodeAt(i);
    plain = unit < PLAIN;
    key += plain ? unit + 1 : PLAIN + 1;
  }
  return key;
}

/** How many units all of these texts begin with alike, which are `known` at least. */
function sharedBy(texts: readonly string[], places: Uint32Array, known: number): number {
  const first = texts[places[0]!]!;
  let shared = first.length;
  for (let i = 1; i < places.length && shared > known; i++) {
    const text = texts[places[i]!]!;
    let at = known;
    while (at < shared && text.charCodeAt(at) === first.charCodeAt(at)) at++;
    shared = at;
  }
  return shared;
}

/** Sorts places by their texts, of which the first `known` units are alike; `sure`: so many are, if all is plain. */
function sortTexts(texts: readonly string[], places: Uint32Array, known: number, sure: number): void {
  const shared = places.length <= FEW ? 0 : sharedBy(texts, places, known);
  // What looked alike was not plain: nothing more is won by looking at it again.
  if (places.length <= FEW || shared < sure) {
    places.set(places.toSorted((a, b) => compareText(texts[a]!, texts[b]!)));
    return;
  }
  const room = 2 ** Math.ceil(Math.log2(places.length));
  const count = Math.floor((BITS - Math.log2(room)) / CHARACTER);
  const keys = Float64Array.from(
    places,
    (place, i) => charactersOf(texts[place]!, shared, count) * room + i,
  ).toSorted();
  const before = places.slice();
  let begin = 0;
  for (let i = 0; i < keys.length; i++) {
    places[i] = before[keys[i]! % room]!;
    if (i + 1 < keys.length && Math.floor(keys[i + 1]! / room) === Math.floor(keys[i]! / room)) continue;
    if (i > begin) sortTexts(texts, places.subarray(begin, i + 1), shared, shared + count);
    begin = i + 1;
  }
}

/** The place of a number among sorted ones. */
function placeIn(sorted: Float64Array, number: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where values, each there once, are in their order (see `compareValues`): numbers first. */
export function inOrder(values: readonly Value[]): Uint32Array {
  const order = new Uint32Array(values.length);
  const sorted = Float64Array.from(values.filter((value) => typeof value === "number")).toSorted();
  let next = sorted.length;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    order[typeof value === "number" ? placeIn(sorted, value) : next++] = i;
  }
  if (sorted.length < values.length) sortTexts(values as string[], order.subarray(sorted.length), 0, 0);
  return order;
}
