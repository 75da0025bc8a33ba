import { SearchlightError } from "../errors.ts";
import { fieldNamed, weightedFields, type NamedField } from "./catalog.ts";
import type { BoundQuery, PatternTarget, RegexpTarget, SomeTarget, WeightedKey } from "./bound.ts";
import type { TypeDefinition } from "./definition.ts";
import { ADMIN_WORDS, ANY_WORDS } from "./entry.ts";
import { fuzzyWord } from "./fuzzy.ts";
import { ipBlock } from "./ip.ts";
import { nearWords } from "./near.ts";
import { mapPattern } from "./pattern.ts";
import type { Bounds, CalledSo, FieldNames, Pattern, Scalar, SearchQuery, SomeWords, WordsMode } from "./query.ts";
import { compiledRegexp } from "./compiled-regexp.ts";
import type { Regexp } from "./regexp.ts";
import { foldedRegexp } from "./regexp-text.ts";
import { isNumeric } from "./schema.ts";
import type { Scope } from "./scope.ts";
import { exactOf, fold, piecesOf, wordsOf } from "./text.ts";
import { valueOf } from "./values.ts";
import { weighed } from "./weight.ts";

const NONE: BoundQuery = { kind: "none" };

type IdsQuery = Extract<SearchQuery, { kind: "ids" }>;
type NestedQuery = Extract<SearchQuery, { kind: "nested" }>;

/** What a query is bound to: a type for a caller; `within`, the objects of a nested field, of which nothing else is known. */
export type Binder = { readonly definition: TypeDefinition; readonly scope: Scope; readonly within?: string };

/** The field that a name means here (see `fieldNamed`). */
export function fieldHere({ definition, scope, within }: Binder, name: string): NamedField | undefined {
  const found = fieldNamed(definition, name, scope);
  return within === undefined || found?.field.within === within ? found : undefined;
}

/** Where free text looks: everywhere once, and again in the fields where a match counts for more. */
const anywhere = (binder: Binder): WeightedKey[] => [
  ...weightedFields(binder.definition).filter(({ key }) => fieldHere(binder, key) !== undefined),
  { key: ANY_WORDS, weight: 1 },
  ...(binder.scope.admin ? [{ key: ADMIN_WORDS, weight: 1 }] : []),
];

/** One of these at least; it counts as one leaf, however many there are. */
const whichever = (of: readonly BoundQuery[]): BoundQuery => ({
  kind: "and",
  of: [{ kind: "filter", of: { kind: "or", of, atLeast: 1 } }, { kind: "all" }],
});

/** Any value of a field; of a nested one, any value of its fields that the caller may see. */
export function bindExists(binder: Binder, name: string): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  if (!found.field.fields) return { kind: "exists", key: found.key };
  const inner = Object.keys(found.field.fields).map((one) => bindExists(binder, `${found.key}.${one}`));
  return whichever(inner);
}

/** Any of these addresses, or of those in these blocks. */
function bindAddresses(key: string, texts: readonly string[]): BoundQuery {
  const blocks = texts.map(ipBlock).filter((block) => block !== undefined);
  const alone = [...new Set(blocks.filter(([first, last]) => first === last).map(([first]) => first))];
  const terms: BoundQuery = alone.length === 0 ? NONE : { kind: "terms", key, values: alone };
  const ranges = blocks
    .filter(([first, last]) => first !== last)
    .map(([gte, lte]): BoundQuery => ({ kind: "range", key, numbers: false, bounds: { gte, lte } }));
  return ranges.length === 0 ? terms : whichever([terms, ...ranges]);
}

function bindTerms(binder: Binder, name: string, values: readonly Scalar[]): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  const kind = found.open ? "keyword" : found.field.kind;
  if (kind === "ip") return bindAddresses(found.key, values.map(String));
  const bound = values.map((value) => valueOf(kind, value)).filter((value) => value !== undefined);
  return bound.length === 0 ? NONE : { kind: "terms", key: found.key, values: [...new Set(bound)] };
}

function bindRange(binder: Binder, name: string, bounds: Bounds<string | number>): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  const numbers = found.open && Object.values(bounds).every((bound) => typeof bound === "number");
  const kind = found.open ? (numbers ? "double" : "keyword") : found.field.kind;
  const entries = Object.entries(bounds).map(([side, bound]) => [side, valueOf(kind, bound)] as const);
  const bad = entries.findIndex(([, bound]) => bound === undefined);
  if (bad >= 0) {
    const value = JSON.stringify(Object.values(bounds)[bad]);
    throw new SearchlightError(
      "bad-request",
      `${value} is not ${kind === "ip" ? "an" : "a"} ${kind}, which field '${name}' holds`,
      { at: name },
    );
  }
  return { kind: "range", key: found.key, numbers, bounds: Object.fromEntries(entries) };
}

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

const wordsLeaf =
  (mode: WordsMode): LeafOf =>
  (fields, words) =>
    words.length === 0 ? NONE : { kind: "words", fields, words, mode };

const nearLeaf =
  (slop: number): LeafOf =>
  (fields, words) =>
    words.length === 0 ? NONE : { kind: "near", fields, ...nearWords(words, slop) };

function bindWords(binder: Binder, fields: FieldNames, text: string, leaf: LeafOf): BoundQuery {
  if (fields === "any") return leaf(anywhere(binder), wordsOf(text));
  return anyOf(fields.map(({ name, weight }) => bindWordsIn(binder, name, weight, text, leaf)));
}

function anyOf(leaves: readonly BoundQuery[]): BoundQuery {
  const asking = leaves.filter(({ kind }) => kind !== "none");
  return asking.length === 0 ? NONE : asking.length === 1 ? asking[0]! : { kind: "or", of: asking, atLeast: 1 };
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

const bindSome = (binder: Binder, query: SomeWords): BoundQuery =>
  query.fields === "any"
    ? someLeaf(anywhere(binder), query)
    : anyOf(query.fields.map(({ name, weight }) => bindSomeIn(binder, name, weight, query)));

/** In Elasticsearch the name of an open map's entry is a part of the expression, which may not be longer than its limit. */
const LONGEST_NAME = 140;

type TextTarget = WeightedKey & { readonly on: PatternTarget["on"] };

/** Where a text like another may stand: whole values; of a text, its words and its whole, folded; anywhere, words. */
function textTargets(binder: Binder, fields: FieldNames): TextTarget[] {
  if (fields === "any") {
    return anywhere(binder).map((field): TextTarget => ({ ...field, on: "words" }));
  }
  return fields.flatMap(({ name, weight }): TextTarget[] => {
    const found = fieldHere(binder, name);
    if (!found || isNumeric(found.field)) return [];
    const target = { key: found.key, weight: weight ?? (found.open ? 1 : Math.max(1, found.field.weight)) };
    if (found.field.kind === "ip") return [{ ...target, on: "folded" }];
    if (found.field.kind !== "text") return [{ ...target, on: "exact" }];
    return [
      { ...target, on: "words" },
      { ...target, on: "folded" },
    ];
  });
}

function bindPattern(binder: Binder, fields: FieldNames, pattern: Pattern): BoundQuery {
  const cut = mapPattern(pattern, exactOf);
  const folded = mapPattern(fields === "any" ? pattern : cut, fold);
  const targets = textTargets(binder, fields).map((target): PatternTarget => ({
    ...target,
    pattern: target.on === "exact" ? cut : folded,
  }));
  return targets.length === 0 ? NONE : { kind: "pattern", targets };
}

function bindRegexp(binder: Binder, fields: FieldNames, regexp: Regexp): BoundQuery {
  const [exact, folded] = [compiledRegexp(regexp), compiledRegexp(foldedRegexp(regexp))];
  const targets = textTargets(binder, fields).map((target): RegexpTarget => ({
    ...target,
    ...(target.on === "exact" ? exact : folded),
  }));
  const long = targets.find(({ key }) => key.length > LONGEST_NAME);
  if (long)
    throw new SearchlightError("bad-request", `no regular expression is taken for a name as long as '${long.key}'`);
  return targets.length === 0 ? NONE : { kind: "regexp", targets };
}

/** Resources have ids, and objects have none. */
function bindIds({ definition, within }: Binder, { ids, type = definition.type }: IdsQuery): BoundQuery {
  return within === undefined && type === definition.type ? { kind: "terms", key: "_id", values: ids } : NONE;
}

function bindNested(binder: Binder, { path, of }: NestedQuery): BoundQuery {
  const found = fieldHere(binder, path);
  if (!found?.field.fields) return NONE;
  return { kind: "nested", path: found.key, of: bindWith({ ...binder, within: found.key }, of) };
}

/** A text whole; whatever single sign stands between its words, any other may stand there: `a b` is `a-b`. */
const loosely = (text: string): Pattern =>
  piecesOf(text).flatMap(({ text, word }): Pattern => (word === null ? Array.from(text, () => "?") : [{ text }]));

/** What the name of a type's resources is or begins with. */
function bindCalled(binder: Binder, { text, weight: given }: CalledSo): BoundQuery {
  const found = fieldHere(binder, "name");
  if (!found || found.open || isNumeric(found.field)) return NONE;
  const on = found.field.kind === "text" ? "folded" : "exact";
  const whole = loosely(exactOf(on === "folded" ? fold(text) : text));
  const weight = given ?? found.field.weight;
  const leaf = (pattern: Pattern, weight: number): BoundQuery => ({
    kind: "pattern",
    targets: [{ key: found.key, weight, on, pattern }],
  });
  return { kind: "or", of: [leaf([...whole, "*"], weight / 2), leaf(whole, weight)], atLeast: 1 };
}

function bindWith(binder: Binder, query: SearchQuery): BoundQuery {
  switch (query.kind) {
    case "and":
      return { kind: "and", of: query.of.map((part) => bindWith(binder, part)) };
    case "or":
      return { kind: "or", of: query.of.map((part) => bindWith(binder, part)), atLeast: query.atLeast };
    case "not":
    case "filter":
      return { kind: query.kind, of: bindWith(binder, query.of) };
    case "boost":
      return { kind: "boost", of: bindWith(binder, query.of), by: query.by };
    case "terms":
      return bindTerms(binder, query.field, query.values);
    case "range":
      return bindRange(binder, query.field, query.bounds);
    case "exists":
      return bindExists(binder, query.field);
    case "pattern":
      return bindPattern(binder, query.fields, query.pattern);
    case "words":
      return bindWords(binder, query.fields, query.text, wordsLeaf(query.mode));
    case "regexp":
      return bindRegexp(binder, query.fields, query.regexp);
    case "near":
      return bindWords(binder, query.fields, query.text, nearLeaf(query.slop));
    case "some":
      return bindSome(binder, query);
    case "called":
      return bindCalled(binder, query);
    case "ids":
      return bindIds(binder, query);
    case "nested":
      return bindNested(binder, query);
    default:
      return query;
  }
}

/** Binds a query that only narrows what another has found: what a type hides, that one has left out. */
export const bindNarrower = (binder: Binder, query: SearchQuery): BoundQuery => bindWith(binder, query);

/** The names of the fields that a query asks about. */
function fieldsIn(query: SearchQuery): string[] {
  if ("of" in query)
    return (Array.isArray(query.of) ? (query.of as readonly SearchQuery[]) : [query.of as SearchQuery]).flatMap(
      fieldsIn,
    );
  if ("field" in query) return [query.field];
  return "fields" in query && query.fields !== "any" ? query.fields.map(({ name }) => name) : [];
}

/**
 * Binds a query to a type for a caller. A type's `hiddenBy` is honoured here: unless the query names that field, what it
 * hides is left out.
 *
 * @throws SearchlightError `bad-request` for a bound that is not of its field's kind, and for a regular expression that is
 *   too complex
 */
export function bind(query: SearchQuery, definition: TypeDefinition, scope: Scope): BoundQuery {
  const bound = weighed(bindWith({ definition, scope }, query));
  const { hiddenBy } = definition;
  if (hiddenBy === undefined || fieldsIn(query).includes(hiddenBy)) return bound;
  return { kind: "and", of: [bound, { kind: "not", of: { kind: "terms", key: hiddenBy, values: ["true"] } }] };
}
