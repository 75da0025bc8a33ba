import { bindNarrower } from "../bind.ts";
import { fieldHere, type Binder } from "../binding/here.ts";
import { bindExists } from "../binding/values.ts";
import type { BoundQuery } from "../bound.ts";
import type { NamedField } from "../catalog.ts";
import type { TypeDefinition } from "../definition.ts";
import { isNumeric } from "../schema.ts";
import type { Scope } from "../scope.ts";
import type { Narrowing, Path } from "./probe.ts";

/** Whether a field's values are numbers, or may read as such. */
export const hasNumbers = ({ open, field }: NamedField): boolean => open || isNumeric(field);

const ALL: BoundQuery = { kind: "all" };
const NONE: BoundQuery = { kind: "none" };

/** One step of a path that stays among documents, or among objects. */
type Step = Exclude<Narrowing, { kind: "nested" | "reverse_nested" }>;

function bindOne(narrowing: Step, binder: Binder): BoundQuery {
  if (narrowing.kind === "query") return bindNarrower(binder, narrowing.query);
  if (narrowing.kind === "types") return narrowing.types.includes(binder.definition.type) ? ALL : NONE;
  const found = fieldHere(binder, narrowing.field);
  const missing: BoundQuery = { kind: "not", of: bindExists(binder, narrowing.field) };
  if (narrowing.kind === "missing") return missing;
  const perhaps = (one: BoundQuery): BoundQuery =>
    narrowing.orMissing ? { kind: "or", of: [one, missing], atLeast: 1 } : one;
  if (narrowing.kind === "between") {
    const { from, to } = narrowing;
    const bounds = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) };
    if (!found || !hasNumbers(found)) return perhaps(NONE);
    return perhaps({ kind: "range", key: found.key, numbers: found.open, bounds });
  }
  const numeric = found !== undefined && !found.open && isNumeric(found.field);
  // A number is no text: what is 10 in one type is not "10" in another.
  const fits = found !== undefined && numeric === (typeof narrowing.value === "number");
  return perhaps(fits ? { kind: "terms", key: found.key, values: [narrowing.value] } : NONE);
}

/** What engines narrow by, which scores nothing: documents, and of these, where the path leads to such, objects. */
export type Narrowed = {
  readonly query: BoundQuery;
  readonly objects?: { readonly path: string; readonly query: BoundQuery };
};

const allOf = (of: readonly BoundQuery[]): BoundQuery =>
  of.length === 0 ? ALL : { kind: "filter", of: { kind: "and", of } };

/** A path bound to one type and one caller. */
export function bindPath(path: Path, definition: TypeDefinition, scope: Scope): Narrowed {
  const documents: BoundQuery[] = [];
  let objects: { readonly path: string; readonly of: BoundQuery[] } | undefined;
  for (const one of path) {
    const binder = { definition, scope, ...(objects && { within: objects.path }) };
    if (one.kind === "nested") {
      const found = fieldHere(binder, one.path);
      if (!found?.field.fields) return { query: NONE };
      objects = { path: found.key, of: [] };
    } else if (one.kind === "reverse_nested") {
      if (objects) documents.push({ kind: "nested", path: objects.path, of: allOf(objects.of) });
      objects = undefined;
    } else (objects?.of ?? documents).push(bindOne(one, binder));
  }
  return { query: allOf(documents), ...(objects && { objects: { path: objects.path, query: allOf(objects.of) } }) };
}
