import { SearchlightError } from "../errors.ts";
import { isObject, type Fields, type Json } from "./json.ts";
import type { Field, Schema } from "./schema.ts";

/** Objects of one nested field that are indexed; a resource that has more is shown whole, and found by these. */
const MAX_OBJECTS = 10_000;

/** The objects that a nested field's value holds, one or a list. */
export function objectsIn(value: Json | undefined): readonly Fields[] {
  const all = (Array.isArray(value) ? value : [value]) as readonly Json[];
  return all.filter((one): one is Fields => isObject(one)).slice(0, MAX_OBJECTS);
}

/** The fields of a nested one by the names that queries know them under. */
const dotted = (name: string, { fields = {} }: Field): [key: string, field: Field][] =>
  Object.entries(fields).map(([inner, field]) => [`${name}.${inner}`, { ...field, within: name }]);

/**
 * A type's schema with the fields of its nested ones beside its own, by their dotted names.
 *
 * @throws SearchlightError `bad-configuration` for one that is nested or open itself, and for a name that is taken
 */
export function flatSchema(type: string, schema: Schema): Schema {
  const own = Object.entries(schema).filter(([, { within }]) => within === undefined);
  const inner = own.flatMap(([name, field]) => dotted(name, field));
  const wrong = (name: string, why: string): SearchlightError =>
    new SearchlightError("bad-configuration", `resource type '${type}': field '${name}' ${why}`);
  for (const [name, { kind }] of inner) {
    if (kind === "nested" || kind === "open")
      throw wrong(name, `is ${kind}, and lies in a nested one already: make it text, a keyword, a number …`);
    if (own.some(([other]) => other === name)) throw wrong(name, "is there twice: rename one, or its nested one");
  }
  return Object.fromEntries([...own, ...inner]);
}

/** A nested field's value without what is for administrators in it. */
export function withoutAdmin(value: Json, fields: Schema): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => withoutAdmin(one, fields));
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !fields[name]?.admin)) : value;
}
