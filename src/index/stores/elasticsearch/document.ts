import type { TypeDefinition } from "../../definition.ts";
import { entryOf, type Entry, type Values } from "../../entry.ts";
import { exists, type Resource } from "../../resource.ts";
import { layoutOf } from "../../layout.ts";
import type { Value } from "../../values.ts";
import { sourcesOf } from "../../suggest/sources.ts";
import { isSuggestible, keyOf } from "../../suggest/suggestible.ts";
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

type Columns = Record<string, unknown>;

/** Adds terms to a column, each led by `lead`. */
function addTerms(columns: Columns, path: string, lead: string, values: readonly Value[]): void {
  const terms = (columns[path] ??= []) as string[];
  for (const value of values) terms.push(lead + String(value));
}

const mapAt = (columns: Columns, path: string): Columns => (columns[path] ??= Object.create(null)) as Columns;

function addExact(columns: Columns, definition: TypeDefinition, { exact, numbers }: Values): void {
  for (const [key, values] of Object.entries(exact)) {
    const { match, lead, open } = placeOf(definition, key);
    if (open) {
      mapAt(columns, open.map)[open.name] = values;
      addTerms(columns, match, lead, values);
    } else columns[match] = values;
  }
  for (const [key, values] of Object.entries(numbers)) {
    const { lead, open } = placeOf(definition, key);
    if (open) addTerms(columns, open.numbers, lead, values.map(numberKey));
  }
}

function addText(columns: Columns, definition: TypeDefinition, { words, folded }: Values): void {
  for (const [key, values] of Object.entries(words)) {
    columns[textColumn(definition, "w", key)] = wordsTexts(values);
    columns[textColumn(definition, "r", key)] = runsOf(values);
  }
  for (const [key, values] of Object.entries(folded)) columns[textColumn(definition, "f", key)] = values;
}

/** What completes what is typed. */
function completing(definition: TypeDefinition, { exact }: Entry): Columns {
  const columns: Columns = {};
  for (const { key, admin } of sourcesOf(definition)) {
    const texts = exact[key]?.filter(isSuggestible) ?? [];
    if (texts.length > 0) columns[columnOf("s", key, admin)] = texts.map(keyOf);
  }
  return columns;
}

/** What is searched of a resource or an object, by our fields' names. */
function columnsOf(definition: TypeDefinition, values: Values): Columns {
  const columns: Columns = {};
  addExact(columns, definition, values);
  addText(columns, definition, values);
  return columns;
}

/** The objects of nested fields, each found by what it holds. */
const objectColumns = (definition: TypeDefinition, { objects }: Entry): Columns =>
  Object.fromEntries(
    Object.entries(objects).map(([path, all]) => [
      objectsColumn(definition, path),
      all.map((one) => columnsOf(definition, one)),
    ]),
  );

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
  const common = { type: ref.type, id: ref.id, exists: exists(resource), written, layout };
  if (!entry) return JSON.stringify({ ...common, state });
  const shown: Shown = { ref, source: entry.source, changed: entry.changed };
  return JSON.stringify({
    ...common,
    ...listedFields(entry.access),
    changed: entry.changed,
    ...columnsOf(definition, entry),
    ...objectColumns(definition, entry),
    ...completing(definition, entry),
    shown: JSON.stringify(shown),
    state,
  });
}
