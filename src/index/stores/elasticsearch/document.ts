import type { TypeDefinition } from "../../definition.ts";
import { entryOf, type Entry, type Values } from "../../entry.ts";
import { exists, type Resource } from "../../resource.ts";
import { layoutOf } from "../../layout.ts";
import type { Value } from "../../values.ts";
import { sourcesOf } from "../../suggest/sources.ts";
import { isSuggestible, keyOf } from "../../suggest/suggestible.ts";
import { textOf, type Columns } from "./columns.ts";
import { columnOf, numberKey, objectsColumn, placeOf, textColumn } from "./fields.ts";
import { mappingOf } from "./mapping.ts";
import { listedFields } from "./scope.ts";
import { runsOf, wordsTexts } from "./words.ts";

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

/** Adds terms to a column, each led by `lead`. */
function addTerms(columns: Columns, path: string, lead: string, values: readonly Value[]): void {
  const terms = (columns.get(path) ?? []) as string[];
  columns.set(path, terms);
  for (const value of values) terms.push(lead + String(value));
}

function addEntry(columns: Columns, map: string, name: string, values: readonly Value[]): void {
  const entries = (columns.get(map) ?? new Map()) as Columns;
  columns.set(map, entries.set(name, values));
}

function addExact(columns: Columns, definition: TypeDefinition, { exact, numbers }: Values): void {
  for (const key in exact) {
    const values = exact[key]!;
    const { match, lead, open } = placeOf(definition, key);
    if (open) {
      addEntry(columns, open.map, open.name, values);
      addTerms(columns, match, lead, values);
    } else columns.set(match, values);
  }
  for (const key in numbers) {
    const { lead, open } = placeOf(definition, key);
    if (open) addTerms(columns, open.numbers, lead, numbers[key]!.map(numberKey));
  }
}

function addText(columns: Columns, definition: TypeDefinition, { words, folded }: Values): void {
  for (const key in words) {
    columns.set(textColumn(definition, "w", key), wordsTexts(words[key]!));
    columns.set(textColumn(definition, "r", key), runsOf(words[key]!));
  }
  for (const key in folded) columns.set(textColumn(definition, "f", key), folded[key]!);
}

/** Adds what completes what is typed. */
function addCompleting(columns: Columns, definition: TypeDefinition, { exact }: Entry): void {
  for (const { key, admin } of sourcesOf(definition)) {
    const texts = exact[key]?.filter(isSuggestible) ?? [];
    if (texts.length > 0) columns.set(columnOf("s", key, admin), texts.map(keyOf));
  }
}

/** Adds what is searched of a resource or an object, by our fields' names. */
function addColumns(columns: Columns, definition: TypeDefinition, values: Values): Columns {
  addExact(columns, definition, values);
  addText(columns, definition, values);
  return columns;
}

/** Adds the objects of nested fields, each found by what it holds. */
function addObjects(columns: Columns, definition: TypeDefinition, { objects }: Entry): void {
  for (const path in objects)
    columns.set(
      objectsColumn(definition, path),
      objects[path]!.map((one) => addColumns(new Map(), definition, one)),
    );
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
  const columns: Columns = new Map();
  columns.set("type", ref.type).set("id", ref.id).set("exists", exists(resource));
  columns.set("written", written).set("layout", layout);
  if (entry) {
    for (const [name, value] of Object.entries(listedFields(entry.access))) columns.set(name, value);
    columns.set("changed", entry.changed);
    addColumns(columns, definition, entry);
    addObjects(columns, definition, entry);
    addCompleting(columns, definition, entry);
    const shown: Shown = { ref, source: entry.source, changed: entry.changed };
    columns.set("shown", JSON.stringify(shown));
  }
  return textOf(columns.set("state", state));
}
