import type { TypeDefinition } from "../../../definition.ts";
import { entryOf, type Entry, type Values } from "../../../entry.ts";
import { exists, type Resource } from "../../../resource.ts";
import { layoutOf } from "../../../layout.ts";
import { sourcesOf } from "../../../suggest/sources.ts";
import { isSuggestible, keyOf } from "../../../suggest/suggestible.ts";
import { columnOf, numberKey, objectsColumn, placeOf, textColumn, type Place } from "./fields.ts";
import { mappingOf } from "./mapping.ts";
import { listed, member, objectOf } from "./members.ts";
import { listedFields } from "./scope.ts";
import { runsList, wordsList } from "./words.ts";

/** What a hit is made from, kept beside what is searched. */
export type Shown = Pick<Entry, "ref" | "source" | "changed">;

/** What documents look like: raise it with every change to what this file writes, and old ones are known as such. */
const DOCUMENTS = 1;

const layouts = new WeakMap<TypeDefinition, string>();

/** Names how the documents of a type are made, and the mapping that they are made for. */
export function documentLayout(definition: TypeDefinition): string {
  const known =
    layouts.get(definition) ?? layoutOf(definition, `${DOCUMENTS} ${JSON.stringify(mappingOf(definition))}`);
  layouts.set(definition, known);
  return known;
}

/**
 * Texts that are kept, not searched. They are JSON within JSON: whatever a resource says (names, numbers, half of a
 * character) comes back as it was, and Elasticsearch has nothing to object to.
 *
 * - `state`: the whole `Resource`. `shown`: what hits are made from; only what exists has it.
 * - `layout`: how the rest was made (see `documentLayout`); `written`: when, in microseconds since 1970.
 */
export type Kept = {
  readonly state: string;
  readonly shown?: string;
  readonly layout?: string;
  readonly written?: number;
};

/** What is written of an open map: its entries as members, and the terms and numbers that they are found by. */
type Opened = {
  readonly place: Place;
  readonly open: NonNullable<Place["open"]>;
  entries: string;
  readonly terms: string[];
  readonly numbers: string[];
};

/** The members of the open maps. */
function openMembers(maps: Iterable<Opened>): string {
  let members = "";
  for (const { place, open, entries, terms, numbers } of maps) {
    members += member(open.map, objectOf(entries)) + member(place.match, listed(terms));
    if (numbers.length > 0) members += member(open.numbers, listed(numbers));
  }
  return members;
}

/** What is compared whole, and the numbers in open maps. */
function exactMembers(definition: TypeDefinition, { exact, numbers }: Values): string {
  const maps = new Map<string, Opened>();
  let members = "";
  for (const key in exact) {
    const values = exact[key]!;
    const place = placeOf(definition, key);
    const { lead, open } = place;
    if (open) {
      const opened = maps.get(open.map) ?? { place, open, entries: "", terms: [], numbers: [] };
      maps.set(open.map, opened);
      opened.entries += member(open.name, listed(values));
      for (const value of values) opened.terms.push(lead + String(value));
      for (const number of numbers[key] ?? []) opened.numbers.push(lead + numberKey(number));
    } else members += member(place.match, listed(values));
  }
  return members + openMembers(maps.values());
}

function textMembers(definition: TypeDefinition, { words, folded }: Values): string {
  let members = "";
  for (const key in words) {
    members += member(textColumn(definition, "w", key), wordsList(words[key]!));
    members += member(textColumn(definition, "r", key), runsList(words[key]!));
  }
  for (const key in folded) members += member(textColumn(definition, "f", key), listed(folded[key]!));
  return members;
}

/** What completes what is typed. */
function completingMembers(definition: TypeDefinition, { exact }: Entry): string {
  let members = "";
  for (const { key, admin } of sourcesOf(definition)) {
    const texts = exact[key]?.filter(isSuggestible) ?? [];
    if (texts.length > 0) members += member(columnOf("s", key, admin), listed(texts.map(keyOf)));
  }
  return members;
}

/** What is searched of a resource or an object, by our fields' names. */
const searchedMembers = (definition: TypeDefinition, values: Values): string =>
  exactMembers(definition, values) + textMembers(definition, values);

/** The objects of nested fields, each found by what it holds. */
function nestedMembers(definition: TypeDefinition, { objects }: Entry): string {
  let members = "";
  for (const path in objects) {
    const all = objects[path]!.map((one) => objectOf(searchedMembers(definition, one)));
    members += member(objectsColumn(definition, path), `[${all.join(",")}]`);
  }
  return members;
}

/**
 * The Elasticsearch document of a resource, whose text is `state`, as JSON; `written` as in `Kept`. Of what does not exist only the state is kept,
 * and nothing is found.
 */
export function documentOf(
  definition: TypeDefinition,
  resource: Resource,
  state: string,
  written = Date.now() * 1000,
): string {
  const { ref } = resource;
  const entry = entryOf(definition, resource);
  const layout = documentLayout(definition);
  const always = { type: ref.type, id: ref.id, exists: exists(resource), written, layout, state };
  if (!entry) return JSON.stringify(always);
  const { source, changed } = entry;
  const shown = JSON.stringify({ ref, source, changed } satisfies Shown);
  const fixed = JSON.stringify({ ...always, ...listedFields(entry.access), changed, shown });
  return (
    fixed.slice(0, -1) +
    searchedMembers(definition, entry) +
    nestedMembers(definition, entry) +
    completingMembers(definition, entry) +
    "}"
  );
}
