import { accessOf, type Access } from "./access.ts";
import type { Row, TypeDefinition } from "./definition.ts";
import { isObject, type Fields, type Json } from "./json.ts";
import { objectsIn } from "./nested.ts";
import { exists, SELF, type Ref, type Resource } from "./resource.ts";
import type { Field, Schema } from "./schema.ts";
import { exactOf, fold, GAP, wordsOf } from "./text.ts";
import { entriesOf, numberOf, textOf, valueOf, type Value } from "./values.ts";

/** The words of every field that everybody may see, and of those that only administrators may. */
export const ANY_WORDS = "*";
export const ADMIN_WORDS = "*admin";

/**
 * What is looked up of a resource, or of one object of a nested field.
 *
 * - `exact`: values compared whole. `numbers`: the numbers among an open map's values.
 * - `words`: words in order. `folded`: whole values of texts, folded, and of addresses, for patterns.
 */
export type Values = {
  readonly exact: { readonly [key: string]: readonly Value[] };
  readonly numbers: { readonly [key: string]: readonly number[] };
  readonly words: { readonly [key: string]: readonly string[] };
  readonly folded: { readonly [key: string]: readonly string[] };
};

/**
 * What an existing resource is found by. All that is compared anywhere was computed here, once, so that engines
 * cannot differ. Keys are field names; an open map's entries are `<field>.<name>`, and its
 * names are the values of `<field>`; the fields of a nested one's objects are `<field>.<name>`, and it has no values itself.
 *
 * - `objects`: by nested field, what each of its objects holds; the resource holds all of that too.
 * - `changed`: microseconds since 1970 of the last change that the service itself tells; 0 when it tells none.
 */
export type Findable = Values & {
  readonly ref: Ref;
  readonly access: Access;
  readonly objects: { readonly [path: string]: readonly Values[] };
  readonly changed: number;
};

/** What engines index for one existing resource. `source`: the document, administrators' fields included (see `hitOf`). */
export type Entry = Findable & { readonly source: Fields };

const named = new WeakMap<Schema, readonly string[]>();

/** The names of a schema's fields, but for those of the objects within them. */
function ownNames(schema: Schema): readonly string[] {
  const known = named.get(schema) ?? Object.keys(schema).filter((name) => schema[name]!.within === undefined);
  named.set(schema, known);
  return known;
}

/** What a type's own code adds to what the parts say, in the order of its joins. @throws whatever that code does */
export function joinedOf({ join }: TypeDefinition, { parts }: Resource): Fields[] {
  const joins = Object.entries(join ?? {});
  if (joins.length === 0) return [];
  const rows = new Map<string, Row[]>();
  for (const [name, { fields }] of Object.entries(parts)) {
    const slash = name.indexOf("/");
    if (!fields || slash < 0) continue;
    const [prefix, row] = [name.slice(0, slash), { key: name.slice(slash + 1), fields }];
    if (rows.get(prefix)?.push(row) === undefined) rows.set(prefix, [row]);
  }
  // Mostly there is nothing to join.
  return joins.map(([prefix, join]) => join(rows.get(prefix) ?? [])).filter((added) => Object.keys(added).length > 0);
}

/** What the parts say, whoever is believed first: what the joins add, the last of them first, `self`, and plain parts. */
function saidOf(definition: TypeDefinition, resource: Resource): Fields[] {
  const said: Fields[] = [];
  for (const [name, { fields }] of Object.entries(resource.parts))
    if (fields && name !== SELF && !name.includes("/")) said.push(fields);
  const own = resource.parts[SELF]?.fields;
  if (own) said.push(own);
  return [...said, ...joinedOf(definition, resource)].toReversed();
}

/** The document that the parts make: only what is in the schema, whose names begin with a letter: none is `__proto__`, which a plain object does not keep. */
export function documentOf(definition: TypeDefinition, resource: Resource): Fields {
  const said = saidOf(definition, resource);
  const document: Record<string, Json> = {};
  for (const name of ownNames(definition.schema)) {
    const value = said.find((fields) => Object.hasOwn(fields, name))?.[name];
    if (value !== undefined) document[name] = value;
  }
  return document;
}

type Draft = { [K in keyof Values]: Record<string, Values[K][string][number][]> };

function emptyDraft(): Draft {
  const bare = (): Record<string, never[]> => Object.create(null) as Record<string, never[]>;
  return { exact: bare(), numbers: bare(), words: bare(), folded: bare() };
}

/** Each entry is made for one change and lives until it is indexed: lists are made as long as they are, and only where there is something. */
function add<T>(to: Record<string, T[]>, key: string, value: T): void {
  const known = to[key];
  if (known) known.push(value);
  else to[key] = [value];
}

function addAll<T>(to: Record<string, T[]>, key: string, values: readonly T[]): void {
  const known = to[key];
  if (!known) to[key] = [...values];
  else for (const value of values) known.push(value); // spread over arguments, a long text's words would overflow the stack
}

/** Adds a text's words to those of a key, if they have one, and to those of all fields. */
function addWords({ words }: Draft, { weight, admin }: Field, key: string | undefined, value: string): void {
  if (key === undefined && weight <= 0) return;
  const found = wordsOf(value);
  if (key !== undefined) appendWords(words, key, found);
  if (weight > 0) appendWords(words, admin ? ADMIN_WORDS : ANY_WORDS, found);
}

function appendWords(words: Draft["words"], key: string, found: readonly string[]): void {
  words[key]?.push(GAP);
  if (found.length > 0) addAll(words, key, found);
}

/** A value that a resource or an object has twice, it has once. */
function distinct({ exact }: Draft): void {
  for (const key in exact) {
    const values = exact[key]!;
    const once = values.length > 1 ? new Set(values) : undefined;
    if (once && once.size < values.length) exact[key] = [...once];
  }
}

function addOpen(draft: Draft, name: string, field: Field, map: Fields): void {
  for (const [path, value] of entriesOf(map)) {
    const key = `${name}.${path}`;
    add(draft.exact, key, value);
    add(draft.exact, name, path);
    const number = numberOf(value);
    if (number !== undefined) add(draft.numbers, key, number);
    addWords(draft, field, undefined, value);
  }
}

/** What one object of a nested field holds. */
function objectOf(path: string, fields: Schema, object: Fields): Draft {
  const draft = emptyDraft();
  for (const [name, field] of Object.entries(fields))
    if (Object.hasOwn(object, name)) addField(draft, `${path}.${name}`, field, object[name]!);
  distinct(draft);
  return draft;
}

/** Adds what an object holds to what its resource does. */
function addObject(draft: Draft, { exact, words, folded }: Values): void {
  for (const [key, values] of Object.entries(exact)) addAll(draft.exact, key, values);
  for (const [key, values] of Object.entries(words)) appendWords(draft.words, key, values);
  for (const [key, values] of Object.entries(folded)) addAll(draft.folded, key, values);
}

function addField(draft: Draft, name: string, field: Field, value: Json): void {
  if (field.kind === "open") {
    if (isObject(value)) addOpen(draft, name, field, value);
  } else if (Array.isArray(value)) for (const item of value as readonly Json[]) addItem(draft, name, field, item);
  else addItem(draft, name, field, value);
}

function addItem(draft: Draft, name: string, field: Field, item: Json): void {
  const { kind } = field;
  const exact = valueOf(kind, item);
  if (exact === undefined) return;
  add(draft.exact, name, exact);
  const text = kind === "ip" ? textOf("ip", exact) : item;
  if (kind === "text" || kind === "ip") add(draft.folded, name, exactOf(fold(textOf(kind, exact))));
  if (typeof text === "string") addWords(draft, field, kind === "text" ? name : undefined, text);
}

/** What a resource is found by whose document this is. Who may see it is said of the document alone, never of what else the parts say. */
function findableIn(definition: TypeDefinition, resource: Resource, document: Fields): Findable {
  const draft = emptyDraft();
  const objects = Object.create(null) as Record<string, readonly Values[]>;
  for (const name of Object.keys(document)) {
    const field = definition.schema[name]!;
    const value = document[name]!;
    if (!field.fields) addField(draft, name, field, value);
    else {
      const { fields } = field;
      objects[name] = objectsIn(value).map((one) => objectOf(name, fields, one));
      for (const object of objects[name]) addObject(draft, object);
    }
  }
  distinct(draft);
  const changed = (definition.changed ?? [])
    .map((name) => draft.exact[name]?.[0])
    .find((time) => typeof time === "number");
  const access = accessOf(definition.access, resource, document);
  return { ref: resource.ref, access, ...draft, objects, changed: changed ?? 0 };
}

/** Who may see this resource: what it is found by says the same. */
export const accessIn = (definition: TypeDefinition, resource: Resource): Access =>
  accessOf(definition.access, resource, documentOf(definition, resource));

/** What this resource is found by, or undefined when there is nothing to be seen of it. */
export const findableOf = (definition: TypeDefinition, resource: Resource): Findable | undefined =>
  exists(resource) ? findableIn(definition, resource, documentOf(definition, resource)) : undefined;

/** What engines index for this resource, or undefined when there is nothing to be seen of it. */
export function entryOf(definition: TypeDefinition, resource: Resource): Entry | undefined {
  if (!exists(resource)) return undefined;
  const source = documentOf(definition, resource);
  return { ...findableIn(definition, resource, source), source };
}
