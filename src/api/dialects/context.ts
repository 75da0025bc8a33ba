import { SearchlightError } from "../../errors.ts";
import { definitionOf, fieldNamed, fieldsFor, type Catalog, type NamedField } from "../../index/catalog.ts";
import type { FieldKind } from "../../index/schema.ts";
import type { Scope } from "../../index/scope.ts";
import type { Limits } from "../limits.ts";
import { badRequest } from "./input.ts";
import { didYouMean } from "./nearest.ts";

/**
 * What reading a query needs to know besides the query.
 *
 * - `kindsOf`: what a field is in the types searched, as far as the caller may know; empty where there is no such field.
 * - `guess`: says what a misspelt field was probably meant to be, of those that the caller may know; else nothing.
 * - `within`: the nested field whose objects the query is about; no other fields are known then. `outside`: the
 *   context around it.
 * - `now`: milliseconds since 1970, for date maths; the same for the whole request.
 * - `spend`: counts clauses and words against the limit. @throws SearchlightError `bad-request` beyond it
 */
export type Context = {
  readonly kindsOf: (field: string) => ReadonlySet<FieldKind>;
  readonly guess: (field: string) => string;
  readonly within?: string;
  readonly outside?: Context;
  readonly now: number;
  readonly limits: Limits;
  readonly spend: (clauses: number, at: string) => void;
};

/** An open map itself is the list of its names; only its entries are what `open` means to a query. */
const kindOf = ({ field, open }: NamedField): FieldKind => (field.kind === "open" && !open ? "keyword" : field.kind);

/** What a field is in these types, as far as the caller may know. */
export function kindsIn(catalog: Catalog, types: readonly string[], scope: Scope, name: string): Set<FieldKind> {
  const found = types.map((type) => fieldNamed(definitionOf(catalog, type), name, scope));
  return new Set(found.filter((named) => named !== undefined).map(kindOf));
}

/** A context for one request. */
export function contextOf(
  catalog: Catalog,
  types: readonly string[],
  scope: Scope,
  limits: Limits,
  now: number,
): Context {
  let spent = 0;
  return {
    kindsOf: (name) => kindsIn(catalog, types, scope, name),
    guess: (name) =>
      didYouMean(name, [...new Set(types.flatMap((type) => fieldsFor(definitionOf(catalog, type), scope)))]),
    now,
    limits,
    spend: (clauses, at) => {
      spent += clauses;
      if (spent > limits.clauses)
        throw badRequest(at, `the query has more than ${limits.clauses} clauses and words; ask for less at once`);
    },
  };
}

/**
 * What a field named by the caller is, in the types that have it.
 *
 * @throws SearchlightError `unknown-field`, the same for a field that only administrators have and for a misspelt one
 */
export function knownKinds({ kindsOf, guess, within }: Context, field: string, at: string): ReadonlySet<FieldKind> {
  const kinds = kindsOf(field);
  if (kinds.size > 0) return kinds;
  if (within !== undefined)
    throw new SearchlightError(
      "unknown-field",
      `${at}: no object of '${within}' has a field '${field}'${guess(field)}`,
      { at },
    );
  throw new SearchlightError(
    "unknown-field",
    `${at}: none of the types searched has a field '${field}'${guess(field)}; GET /v1/search/fields names the fields there are`,
    { at },
  );
}

/**
 * What a field with values is. A nested field has none itself: its objects' fields do.
 *
 * @throws SearchlightError `unknown-field`; `bad-request` for a nested field
 */
export function valueKinds(context: Context, field: string, at: string): ReadonlySet<FieldKind> {
  const kinds = knownKinds(context, field, at);
  if (kinds.size > 1 || !kinds.has("nested")) return kinds;
  throw badRequest(
    at,
    `'${field}' is a list of objects: name one of their fields, '${field}.…'; GET /v1/search/fields has them`,
  );
}

const NO_KINDS: ReadonlySet<FieldKind> = new Set();

/** What a query about one object of a nested field needs to know. @throws SearchlightError where there is no such field */
export function inObjects(context: Context, path: string, at: string): Context {
  if (!knownKinds(context, path, at).has("nested"))
    throw badRequest(at, `'${path}' is no nested field; ask for it without 'nested'`);
  const inside = (name: string): boolean => name.startsWith(`${path}.`);
  return {
    ...context,
    within: path,
    outside: context,
    kindsOf: (name) => (inside(name) ? context.kindsOf(name) : NO_KINDS),
  };
}
