import { SearchlightError } from "../errors.ts";
import { fieldNamed, weightedFields, type NamedField } from "./catalog.ts";
import type { TypeDefinition } from "./definition.ts";
import { ADMIN_WORDS, ANY_WORDS } from "./entry.ts";
import { mapPattern } from "./pattern.ts";
import type { Bounds, FieldNames, Pattern, Scalar, SearchQuery, WordsMode } from "./query.ts";
import type { Scope } from "./scope.ts";
import { exactOf, fold, wordsOf } from "./text.ts";
import { valueOf, type Value } from "./values.ts";

/** A place to look for words, and what a match there counts for. */
export type WeightedKey = { readonly key: string; readonly weight: number };

/**
 * A query bound to one type and one caller: names are keys of an entry, values are as engines compare them, and what the
 * caller may not see is not in it. Every engine compiles this tree, and no other.
 *
 * - `terms`: any of the values, whole. `range`: `numbers` compares an open map's values as numbers.
 * - `pattern`: against `exact` values, `folded` whole values or `words`, per target; the best weight of those that match.
 * - `words`: folded words in one of the fields, the best weight of those that match.
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
    };

export type PatternTarget = WeightedKey & { readonly on: "exact" | "folded" | "words"; readonly pattern: Pattern };

const NONE: BoundQuery = { kind: "none" };

/** Where free text looks: everywhere once, and again in the fields where a match counts for more. */
const anywhere = (definition: TypeDefinition, scope: Scope): WeightedKey[] => [
  ...weightedFields(definition, scope),
  { key: ANY_WORDS, weight: 1 },
  ...(scope.admin ? [{ key: ADMIN_WORDS, weight: 1 }] : []),
];

type Binder = { readonly definition: TypeDefinition; readonly scope: Scope };

const find = ({ definition, scope }: Binder, name: string): NamedField | undefined =>
  fieldNamed(definition, name, scope);

function bindTerms(binder: Binder, name: string, values: readonly Scalar[]): BoundQuery {
  const found = find(binder, name);
  if (!found) return NONE;
  const kind = found.open ? "keyword" : found.field.kind;
  const bound = values.map((value) => valueOf(kind, value)).filter((value) => value !== undefined);
  return bound.length === 0 ? NONE : { kind: "terms", key: found.key, values: [...new Set(bound)] };
}

function bindRange(binder: Binder, name: string, bounds: Bounds<string | number>): BoundQuery {
  const found = find(binder, name);
  if (!found) return NONE;
  const numbers = found.open && Object.values(bounds).every((bound) => typeof bound === "number");
  const kind = found.open ? (numbers ? "double" : "keyword") : found.field.kind;
  const entries = Object.entries(bounds).map(([side, bound]) => [side, valueOf(kind, bound)] as const);
  const bad = entries.findIndex(([, bound]) => bound === undefined);
  if (bad >= 0) {
    const value = JSON.stringify(Object.values(bounds)[bad]);
    throw new SearchlightError("bad-request", `${value} is not a ${kind}, which field '${name}' holds`, { at: name });
  }
  return { kind: "range", key: found.key, numbers, bounds: Object.fromEntries(entries) };
}

/** Words in one named field: text by word; anything else compared whole, as `match` on a keyword is. */
function bindWordsIn(
  binder: Binder,
  name: string,
  weight: number | undefined,
  text: string,
  mode: WordsMode,
): BoundQuery {
  const found = find(binder, name);
  if (!found) return NONE;
  if (found.field.kind !== "text" || found.open) {
    const whole = bindTerms(binder, name, [text]);
    return weight === undefined || weight === 1 || whole.kind === "none"
      ? whole
      : { kind: "boost", of: whole, by: weight };
  }
  return wordsLeaf([{ key: found.key, weight: weight ?? found.field.weight }], text, mode);
}

function wordsLeaf(fields: readonly WeightedKey[], text: string, mode: WordsMode): BoundQuery {
  const words = wordsOf(text);
  return words.length === 0 ? NONE : { kind: "words", fields, words, mode };
}

function bindWords(binder: Binder, fields: FieldNames, text: string, mode: WordsMode): BoundQuery {
  if (fields === "any") return wordsLeaf(anywhere(binder.definition, binder.scope), text, mode);
  const leaves = fields
    .map(({ name, weight }) => bindWordsIn(binder, name, weight, text, mode))
    .filter(({ kind }) => kind !== "none");
  return leaves.length === 0 ? NONE : leaves.length === 1 ? leaves[0]! : { kind: "or", of: leaves, atLeast: 1 };
}

function patternTargets(binder: Binder, name: string, weight: number | undefined, pattern: Pattern): PatternTarget[] {
  const found = find(binder, name);
  if (!found || found.field.kind === "long" || found.field.kind === "double" || found.field.kind === "date") return [];
  const cut = mapPattern(pattern, exactOf);
  const target = { key: found.key, weight: weight ?? (found.open ? 1 : Math.max(1, found.field.weight)) };
  if (found.field.kind !== "text") return [{ ...target, on: "exact", pattern: cut }];
  const folded = mapPattern(cut, fold);
  return [
    { ...target, on: "words", pattern: folded },
    { ...target, on: "folded", pattern: folded },
  ];
}

function bindPattern(binder: Binder, fields: FieldNames, pattern: Pattern): BoundQuery {
  const folded = mapPattern(pattern, fold);
  const targets =
    fields === "any"
      ? anywhere(binder.definition, binder.scope).map((field): PatternTarget => ({
          ...field,
          on: "words",
          pattern: folded,
        }))
      : fields.flatMap(({ name, weight }) => patternTargets(binder, name, weight, pattern));
  return targets.length === 0 ? NONE : { kind: "pattern", targets };
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
    case "exists": {
      const found = find(binder, query.field);
      return found ? { kind: "exists", key: found.key } : NONE;
    }
    case "pattern":
      return bindPattern(binder, query.fields, query.pattern);
    case "words":
      return bindWords(binder, query.fields, query.text, query.mode);
    case "ids":
      return query.type === undefined || query.type === binder.definition.type
        ? { kind: "terms", key: "_id", values: query.ids }
        : NONE;
    default:
      return query;
  }
}

/** Binds a query that only narrows what another has found: what a type hides, that one has left out. */
export const bindNarrower = (query: SearchQuery, definition: TypeDefinition, scope: Scope): BoundQuery =>
  bindWith({ definition, scope }, query);

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
 * @throws SearchlightError `bad-request` for a bound that is not of its field's kind
 */
export function bind(query: SearchQuery, definition: TypeDefinition, scope: Scope): BoundQuery {
  const bound = bindWith({ definition, scope }, query);
  const { hiddenBy } = definition;
  if (hiddenBy === undefined || fieldsIn(query).includes(hiddenBy)) return bound;
  return { kind: "and", of: [bound, { kind: "not", of: { kind: "terms", key: hiddenBy, values: ["true"] } }] };
}
