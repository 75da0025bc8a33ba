import type { TypeDefinition } from "./definition.ts";
import { documentOf } from "./entry.ts";
import { canonical, type Fields, type Json } from "./json.ts";
import type { Resource } from "./resource.ts";

const textOf = (value: Json | undefined): string | undefined => (value === undefined ? undefined : canonical(value));

const namesOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

/** Parts below a prefix, which a document may show in part only. */
const rowsOf = ({ parts }: Resource): Record<string, Fields | null> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([part, { fields }]) => (part.includes("/") ? [[part, fields]] : [])),
  );

/**
 * What two states of a resource say otherwise: names of its fields, and of the parts below a prefix (`members/p1`), sorted.
 * Where only what no field shows differs, the names of those parts.
 */
export function differingFields(definition: TypeDefinition, a: Resource, b: Resource): readonly string[] {
  const [one, other] = [documentOf(definition, a), documentOf(definition, b)];
  const [rows, others] = [rowsOf(a), rowsOf(b)];
  const fields = namesOf(one, other).filter((name) => textOf(one[name]) !== textOf(other[name]));
  const parts = namesOf(rows, others).filter((name) => textOf(rows[name] ?? null) !== textOf(others[name] ?? null));
  if (fields.length + parts.length > 0) return [...fields, ...parts].toSorted();
  return namesOf(a.parts, b.parts)
    .filter((name) => textOf(a.parts[name]?.fields ?? null) !== textOf(b.parts[name]?.fields ?? null))
    .toSorted();
}
