/** What a document, or an object within one, holds by column: a map, for objects of so many and so different names are slow. */
export type Columns = Map<string, Held>;
type Held = Columns | readonly Columns[] | readonly (string | number)[] | string | number | boolean;

const isObjects = (value: readonly unknown[]): value is readonly Columns[] => value[0] instanceof Map;

function heldText(value: Held): string {
  if (value instanceof Map) return textOf(value);
  if (Array.isArray(value) && isObjects(value)) return `[${value.map(textOf).join(",")}]`;
  return JSON.stringify(value);
}

/** Names with their colons: a document has dozens, the same in every other. */
const named = new Map<string, string>();
/** Names of entries are whatever people write; should there be ever so many, they are made again. */
const MOST_NAMES = 10_000;

function nameText(name: string): string {
  const known = named.get(name);
  if (known !== undefined) return known;
  if (named.size >= MOST_NAMES) named.clear();
  const text = `${JSON.stringify(name)}:`;
  named.set(name, text);
  return text;
}

/** The columns as a JSON object. */
export function textOf(columns: Columns): string {
  let text = "";
  for (const [name, held] of columns) text += (text === "" ? "" : ",") + nameText(name) + heldText(held);
  return `{${text}}`;
}
