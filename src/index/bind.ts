import { bindCalled, bindPattern, bindRegexp } from "./binding/patterns.ts";
import { fieldHere, NONE, type Binder } from "./binding/here.ts";
import { bindExists, bindRange, bindTerms } from "./binding/values.ts";
import { bindSome, bindWords, nearLeaf, wordsLeaf } from "./binding/words.ts";
import type { BoundQuery } from "./bound.ts";
import type { TypeDefinition } from "./definition.ts";
import type { SearchQuery } from "./query.ts";
import type { Scope } from "./scope.ts";
import { weighed } from "./weight.ts";

type IdsQuery = Extract<SearchQuery, { kind: "ids" }>;
type NestedQuery = Extract<SearchQuery, { kind: "nested" }>;

/** Resources have ids, and objects have none. */
function bindIds({ definition, within }: Binder, { ids, type = definition.type }: IdsQuery): BoundQuery {
  return within === undefined && type === definition.type ? { kind: "terms", key: "_id", values: ids } : NONE;
}

function bindNested(binder: Binder, { path, of }: NestedQuery): BoundQuery {
  const found = fieldHere(binder, path);
  if (!found?.field.fields) return NONE;
  return { kind: "nested", path: found.key, of: bindWith({ ...binder, within: found.key }, of) };
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
