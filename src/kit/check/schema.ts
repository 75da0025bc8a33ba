import type { Flaw } from "../../index/flaw.ts";
import { isObject } from "../../index/json.ts";
import type { Field, FieldKind } from "../../index/schema.ts";

/** Every kind of field, and every key that a builder gives one. */
const KINDS: Readonly<Record<FieldKind, true>> = {
  text: true,
  keyword: true,
  long: true,
  double: true,
  date: true,
  boolean: true,
  version: true,
  ip: true,
  open: true,
  nested: true,
};
const KEYS: Readonly<Record<Exclude<keyof Field, "within">, true>> = {
  kind: true,
  weight: true,
  facet: true,
  facets: true,
  admin: true,
  refersTo: true,
  nameOf: true,
  fields: true,
};

const NAME = /^[a-z][a-z0-9_-]*$/i;

/** What names a resource type: the cloud's standard, the service, the thing. */
export const TYPE_NAME = /^[A-Z][A-Za-z0-9]*(::[A-Z][A-Za-z0-9]*){2,}$/;

function optionFlaws(at: string, field: Record<string, unknown>): Flaw[] {
  const { weight, facet, admin, facets, refersTo, kind } = field;
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [typeof weight !== "number" || !Number.isFinite(weight) || weight < 0, "weight", "must be a number, 0 or more"],
    [typeof facet !== "boolean", "facet", "must be true or false"],
    [typeof admin !== "boolean", "admin", "must be true or false"],
    [!Array.isArray(facets) || !facets.every((name) => typeof name === "string"), "facets", "must be a list of names"],
    [kind === "open" && facet === true, "facet", "is for fields with values: name an open field's entries as facets"],
    [
      refersTo !== undefined && !(typeof refersTo === "string" && TYPE_NAME.test(refersTo)),
      "refersTo",
      "must name a resource type",
    ],
  ];
  return wrong.flatMap(([is, name, says]) => (is ? [{ at: `${at}.${name}`, says }] : []));
}

/** Whether a name is that of a field that points to another type. */
const refers = (schema: Readonly<Record<string, unknown>>, name: unknown): boolean => {
  const field = typeof name === "string" && Object.hasOwn(schema, name) ? schema[name] : undefined;
  return isObject(field) && field["refersTo"] !== undefined;
};

function fieldFlaws(at: string, name: string, field: unknown, schema: Readonly<Record<string, unknown>>): Flaw[] {
  if (!NAME.test(name)) return [{ at, says: "must be letters, digits, _ and -, with a letter first" }];
  if (!isObject(field) || typeof field["kind"] !== "string" || !Object.hasOwn(KINDS, field["kind"]))
    return [{ at, says: `must be made by a field builder: ${Object.keys(KINDS).join("(), ")}()` }];
  const unknown = Object.keys(field).filter((key) => !Object.hasOwn(KEYS, key));
  return [
    ...unknown.map((key) => ({ at: `${at}.${key}`, says: "is no option of a field" })),
    ...optionFlaws(at, field),
    ...(field["kind"] === "nested" ? objectFlaws(`${at}.fields`, field["fields"]) : []),
    ...(field["nameOf"] === undefined || refers(schema, field["nameOf"])
      ? []
      : [{ at: `${at}.nameOf`, says: "must name a field of the schema that points to another type" }]),
  ];
}

/** Kinds that the objects of a nested field do not have: what lies deeper no query could name. */
const OUTSIDE: ReadonlySet<unknown> = new Set<FieldKind>(["nested", "open"]);

function objectFlaws(at: string, fields: unknown): Flaw[] {
  if (!isObject(fields) || Object.keys(fields).length === 0)
    return [{ at, says: "must be an object of fields, as in nested({ name: text() })" }];
  return Object.entries(fields).flatMap(([name, field]) => {
    const { kind, nameOf } = isObject(field) ? field : {};
    const own = fieldFlaws(`${at}.${name}`, name, field, fields);
    if (OUTSIDE.has(kind))
      return [{ at: `${at}.${name}`, says: `is ${String(kind)}, and lies in a nested field already` }];
    return nameOf === undefined ? own : [{ at: `${at}.${name}.nameOf`, says: "belongs to a field of the type itself" }];
  });
}

/** What is wrong with the fields that an author declares. */
export function schemaFlaws(schema: unknown): Flaw[] {
  if (!isObject(schema) || Object.keys(schema).length === 0)
    return [{ at: "schema", says: "must be an object of fields, as in { name: text() }" }];
  return Object.entries(schema).flatMap(([name, field]) => fieldFlaws(`schema.${name}`, name, field, schema));
}
