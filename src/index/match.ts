import { accepts } from "./automaton.ts";
import type { BoundQuery, PatternTarget, SomeTarget, WeightedKey } from "./bound.ts";
import type { Findable } from "./entry.ts";
import { fuzzyMatcher } from "./fuzzy.ts";
import { hasNear } from "./near.ts";
import { matcherOf } from "./pattern.ts";
import type { Bounds, WordsMode } from "./query.ts";
import { compareText, findPhrase } from "./text.ts";
import type { Value } from "./values.ts";

/** Says what an entry scores against a query: undefined when it does not match. */
export type Matcher = (entry: Findable) => number | undefined;

/** Text by code point, numbers by size; a number sorts before a text. */
export const compareValues = (a: Value, b: Value): number =>
  typeof a === "number" ? (typeof b === "number" ? a - b : -1) : typeof b === "number" ? 1 : compareText(a, b);

/** Whether a value lies within bounds. */
export const within = (value: Value, { gt, gte, lt, lte }: Bounds<Value>): boolean =>
  (gt === undefined || compareValues(value, gt) > 0) &&
  (gte === undefined || compareValues(value, gte) >= 0) &&
  (lt === undefined || compareValues(value, lt) < 0) &&
  (lte === undefined || compareValues(value, lte) <= 0);

const NO_VALUES: readonly Value[] = [];

/** An entry's values of a key, compared whole. */
export function valuesOf(entry: Findable, key: string): readonly Value[] {
  if (key === "_id") return [entry.ref.id];
  if (key === "_type") return [entry.ref.type];
  return entry.exact[key] ?? NO_VALUES;
}

/** Whether the words stand in a text's words as the mode says. */
export function hasWords(text: readonly string[], words: readonly string[], mode: WordsMode): boolean {
  if (mode === "any") return words.some((word) => text.includes(word));
  if (mode === "all") return words.every((word) => text.includes(word));
  if (mode === "phrase") return findPhrase(text, words) >= 0;
  const head = words.slice(0, -1);
  const tail = words.at(-1)!;
  return text.some(
    (_, start) => head.every((word, i) => text[start + i] === word) && text[start + head.length]?.startsWith(tail),
  );
}

const best = (weights: readonly number[]): number | undefined =>
  weights.length === 0 ? undefined : Math.max(...weights);

const wordsMatcher =
  (fields: readonly WeightedKey[], test: (text: readonly string[]) => boolean): Matcher =>
  (entry) =>
    best(fields.flatMap(({ key, weight }) => (test(entry.words[key] ?? []) ? [weight] : [])));

type TextTest = Pick<PatternTarget, "key" | "on" | "weight"> & { readonly test: (text: string) => boolean };

const textMatcher =
  (tests: readonly TextTest[]): Matcher =>
  (entry) =>
    best(
      tests.flatMap(({ key, on, weight, test }) =>
        (on === "exact" ? valuesOf(entry, key) : (entry[on][key] ?? [])).some((value) => test(String(value)))
          ? [weight]
          : [],
      ),
    );

function someMatcher(targets: readonly SomeTarget[]): Matcher {
  const tests = targets.map(({ words, ...target }) => ({ ...target, near: words.map(fuzzyMatcher) }));
  return (entry) =>
    best(
      tests.flatMap(({ key, on, weight, near, atLeast }) => {
        const values = (on === "exact" ? valuesOf(entry, key) : (entry.words[key] ?? NO_VALUES)).map(String);
        return near.filter((test) => values.some(test)).length >= atLeast ? [weight] : [];
      }),
    );
}

function orMatcher(of: readonly Matcher[], atLeast: number): Matcher {
  return (entry) => {
    const scores = of.map((part) => part(entry)).filter((score) => score !== undefined);
    return scores.length >= atLeast ? scores.reduce((sum, score) => sum + score, 0) : undefined;
  };
}

const one = (matches: boolean): number | undefined => (matches ? 1 : undefined);

/**
 * A query as a predicate over one entry, with its score: the meaning of the language, by which every engine is tested.
 * What the caller may see is not its business (see `sight.ts`).
 */
export function matcher(query: BoundQuery): Matcher {
  switch (query.kind) {
    case "all":
      return () => 1;
    case "none":
      return () => undefined;
    case "and":
      return orMatcher(query.of.map(matcher), query.of.length);
    case "or":
      return orMatcher(query.of.map(matcher), query.atLeast);
    case "not": {
      const inner = matcher(query.of);
      return (entry) => (inner(entry) === undefined ? 0 : undefined);
    }
    case "filter": {
      const inner = matcher(query.of);
      return (entry) => (inner(entry) === undefined ? undefined : 0);
    }
    case "boost": {
      const inner = matcher(query.of);
      return (entry) => {
        const score = inner(entry);
        return score === undefined ? undefined : score * query.by;
      };
    }
    case "terms":
      return (entry) => one(valuesOf(entry, query.key).some((value) => query.values.includes(value)));
    case "range":
      return (entry) =>
        one(
          (query.numbers ? (entry.numbers[query.key] ?? []) : valuesOf(entry, query.key)).some((value) =>
            within(value, query.bounds),
          ),
        );
    case "exists":
      return (entry) => one(valuesOf(entry, query.key).length > 0);
    case "pattern":
      return textMatcher(query.targets.map((target) => ({ ...target, test: matcherOf(target.pattern) })));
    case "regexp":
      return textMatcher(query.targets.map((to) => ({ ...to, test: (text) => accepts(to.automaton, text) })));
    case "words":
      return wordsMatcher(query.fields, (text) => hasWords(text, query.words, query.mode));
    case "near":
      return wordsMatcher(query.fields, (text) => hasNear(text, query));
    case "some":
      return someMatcher(query.targets);
    case "nested": {
      const inner = matcher(query.of);
      return (entry) =>
        best((entry.objects[query.path] ?? []).flatMap((object) => inner({ ...entry, ...object }) ?? []));
    }
  }
}
