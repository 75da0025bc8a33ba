import { accepts, automatonOf } from "./automaton.ts";
import { fieldNamed } from "./catalog.ts";
import type { TypeDefinition } from "./definition.ts";
import { isObject, type Fields, type Json } from "./json.ts";
import { fuzzyMatcher, fuzzyWord } from "./fuzzy.ts";
import { objectsIn } from "./nested.ts";
import { hasNear, nearWords } from "./near.ts";
import { mapPattern, matcherOf } from "./pattern.ts";
import type { FieldNames, Pattern, SearchQuery, WordsMode } from "./query.ts";
import { foldedRegexp } from "./regexp-text.ts";
import type { Field } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { exactOf, findPhrase, fold, piecesOf, wordsOf } from "./text.ts";
import { entriesOf } from "./values.ts";

/**
 * How matches are shown: in the fields that one of these patterns names, between `pre` and `post`. A value longer than
 * `length` characters is cut; at most `fragments` are given for a field, or whole values where that is 0.
 */
export type Highlight = {
  readonly fields: readonly Pattern[];
  readonly pre: string;
  readonly post: string;
  readonly length: number;
  readonly fragments: number;
};

/** What a leaf of a query marks: words of a text (by index), or a value as a whole. */
type Marker = {
  readonly fields: "any" | ReadonlySet<string>;
  readonly words: (words: readonly string[]) => ReadonlySet<number>;
  readonly whole: (value: string, field: Field) => boolean;
};

const NOTHING: ReadonlySet<number> = new Set();
const indexes = (words: readonly string[], test: (word: string, index: number) => boolean): ReadonlySet<number> =>
  new Set(words.keys().filter((i) => test(words[i]!, i)));

/** Indexes of all words of all the places where `length` words side by side pass the test at their first. */
function runs(words: readonly string[], length: number, startsAt: (start: number) => boolean): ReadonlySet<number> {
  const starts = [...words.keys()].filter(startsAt);
  return new Set(starts.flatMap((start) => Array.from({ length }, (_, i) => start + i)));
}

function marksOf(asked: readonly string[], mode: WordsMode): Marker["words"] {
  if (asked.length === 0) return () => NOTHING;
  if (mode === "any" || mode === "all") return (words) => indexes(words, (word) => asked.includes(word));
  const head = mode === "prefix" ? asked.slice(0, -1) : asked;
  const tail = mode === "prefix" ? asked.at(-1)! : "";
  return (words) =>
    runs(
      words,
      asked.length,
      (start) =>
        (head.length === 0 || findPhrase(words.slice(start, start + head.length), head) === 0) &&
        (mode !== "prefix" || words[start + head.length]?.startsWith(tail) === true),
    );
}

/** The markers of a query: of all that it asks for, and nothing that it refuses. */
function markersOf(query: SearchQuery, keysOf: (fields: FieldNames) => Marker["fields"]): Marker[] {
  switch (query.kind) {
    case "and":
    case "or":
      return query.of.flatMap((part) => markersOf(part, keysOf));
    case "filter":
    case "boost":
      return markersOf(query.of, keysOf);
    case "nested":
      return markersOf(query.of, (fields) => keysOf(fields === "any" ? [{ name: query.path }] : fields));
    case "terms": {
      const values = new Set(query.values.map((value) => exactOf(String(value))));
      const whole = (value: string): boolean => values.has(exactOf(value));
      return [{ fields: keysOf([{ name: query.field }]), words: () => NOTHING, whole }];
    }
    case "words": {
      const text = exactOf(query.text);
      const whole = (value: string, { kind }: Field): boolean => kind !== "text" && exactOf(value) === text;
      return [{ fields: keysOf(query.fields), words: marksOf(wordsOf(query.text), query.mode), whole }];
    }
    case "regexp": {
      const [exact, folded] = [automatonOf(query.regexp), automatonOf(foldedRegexp(query.regexp))];
      const whole = (value: string, { kind }: Field): boolean =>
        kind === "text" ? accepts(folded, fold(exactOf(value))) : accepts(exact, exactOf(value));
      const words: Marker["words"] = (words) => indexes(words, (word) => accepts(folded, word));
      return [{ fields: keysOf(query.fields), words, whole }];
    }
    case "near": {
      const near = nearWords(wordsOf(query.text), query.slop);
      const text = exactOf(query.text);
      const whole = (value: string, { kind }: Field): boolean => kind !== "text" && exactOf(value) === text;
      const marked = (words: readonly string[]): ReadonlySet<number> =>
        hasNear(words, near) ? indexes(words, (word) => near.words.includes(word)) : NOTHING;
      return [{ fields: keysOf(query.fields), words: marked, whole }];
    }
    case "some": {
      const words = wordsOf(query.text).map((word) => fuzzyMatcher(fuzzyWord(word, query.edits, query.prefix)));
      const text = fuzzyMatcher(fuzzyWord(exactOf(query.text), query.edits, query.prefix));
      const whole = (value: string, { kind }: Field): boolean => kind !== "text" && text(exactOf(value));
      const near = (word: string): boolean => words.some((test) => test(word));
      return [{ fields: keysOf(query.fields), words: (words) => indexes(words, near), whole }];
    }
    case "pattern": {
      const [exact, folded] = [
        matcherOf(mapPattern(query.pattern, exactOf)),
        matcherOf(mapPattern(query.pattern, fold)),
      ];
      const whole = (value: string, { kind }: Field): boolean =>
        kind === "text" ? folded(fold(exactOf(value))) : exact(exactOf(value));
      return [{ fields: keysOf(query.fields), words: (words) => indexes(words, folded), whole }];
    }
    default:
      return [];
  }
}

/** A run of the original text, and whether it is marked. */
type Run = { readonly text: string; readonly marked: boolean };

/** The value in runs; undefined where nothing in it is marked. */
function runsOf(value: string, key: string, field: Field, markers: readonly Marker[]): Run[] | undefined {
  const named = markers.filter(({ fields }) => fields !== "any" && fields.has(key));
  if (named.some(({ whole }) => whole(value, field))) return [{ text: value, marked: true }];
  const wordy = markers.filter(({ fields }) => fields === "any" && field.weight > 0);
  const all = field.kind === "text" ? [...wordy, ...named] : wordy;
  if (all.length === 0) return undefined;
  const pieces = piecesOf(value);
  const words = pieces.flatMap(({ word }) => (word === null ? [] : [word]));
  const marked = new Set(all.flatMap((marker) => [...marker.words(words)]));
  if (marked.size === 0) return undefined;
  let at = -1;
  return pieces.map(({ text, word }) => ({ text, marked: word !== null && marked.has(++at) }));
}

/** The marked value, whole if it is short, else the parts of it that hold a mark. */
function fragmentsOf(runs: readonly Run[], { pre, post, length, fragments }: Highlight): string[] {
  const parts: Run[][] = [[]];
  let room = length;
  for (const run of runs) {
    if (fragments > 0 && room < run.text.length && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = length;
    }
    parts.at(-1)!.push(run);
    room -= run.text.length;
  }
  return parts
    .filter((part) => part.some(({ marked }) => marked))
    .map((part) => part.map(({ text, marked }) => (marked ? pre + text + post : text)).join(""));
}

/** The texts of a field, each with its own field, by the key that queries know them under. */
function* textsOf(name: string, field: Field, value: Json): Generator<[key: string, text: string, field: Field]> {
  if (field.kind === "open") {
    if (isObject(value)) for (const [path, text] of entriesOf(value)) yield [`${name}.${path}`, text, field];
    return;
  }
  if (field.fields) {
    for (const object of objectsIn(value))
      for (const [inner, one] of Object.entries(field.fields))
        if (Object.hasOwn(object, inner)) yield* textsOf(`${name}.${inner}`, one, object[inner]!);
    return;
  }
  for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value])
    if (typeof item === "string") yield [name, item, field];
}

/** The keys that a name stands for: of a nested field, those that free text looks in. */
function keysNamed(name: string, definition: TypeDefinition, scope: Scope): string[] {
  const found = fieldNamed(definition, name, scope);
  const inner = Object.entries(found?.field.fields ?? {}).filter(([, { weight }]) => weight > 0);
  return found ? [found.key, ...inner.map(([one]) => `${found.key}.${one}`)] : [];
}

/**
 * Says, for a document of this type as the caller sees it, where the caller's own query matches: fragments by field. Pure,
 * and of what is given only, so it can tell nothing that the document does not.
 */
export function highlighter(
  definition: TypeDefinition,
  scope: Scope,
  query: SearchQuery,
  highlight: Highlight,
): (source: Fields) => { [field: string]: string[] } {
  const keysOf = (fields: FieldNames): Marker["fields"] =>
    fields === "any" ? fields : new Set(fields.flatMap(({ name }) => keysNamed(name, definition, scope)));
  const markers = markersOf(query, keysOf);
  const wanted = highlight.fields.map(matcherOf);
  return (source) => {
    const found: { [field: string]: string[] } = {};
    for (const [name, value] of Object.entries(source)) {
      const field = definition.schema[name];
      for (const [key, text, own] of field ? textsOf(name, field, value) : []) {
        const runs = wanted.some((test) => test(key)) ? runsOf(text, key, own, markers) : undefined;
        if (runs) found[key] = [...(Object.hasOwn(found, key) ? found[key]! : []), ...fragmentsOf(runs, highlight)];
      }
    }
    return highlight.fragments === 0
      ? found
      : Object.fromEntries(Object.entries(found).map(([key, all]) => [key, all.slice(0, highlight.fragments)]));
  };
}
