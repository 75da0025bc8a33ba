import { definitionOf, fieldNamed, type Catalog } from "../index/catalog.ts";
import { versionOf, type Hit } from "../index/hit.ts";
import { isObject, type Fields, type Json } from "../index/json.ts";
import { objectsIn } from "../index/nested.ts";
import { csvLine } from "./csv.ts";
import { contextOf, knownKinds } from "./dialects/context.ts";
import { badRequest, below } from "./dialects/input.ts";
import type { Asked } from "./dialects/request.ts";
import { documentOf } from "./hits.ts";
import type { Limits } from "./limits.ts";

/** How an export is written: its media type, what stands above the resources, and a line for each. */
export type ExportFormat = {
  readonly type: string;
  readonly head: string;
  readonly line: (hit: Hit, cursor: string | undefined) => string;
};

/** A JSON object on each line. */
export const ndjsonOf = ({ pick }: Asked): ExportFormat => ({
  type: "application/x-ndjson",
  head: "",
  line: (hit, _cursor) => {
    const shown = pick && { _source: pick(documentOf(hit)) };
    return `${JSON.stringify({ _type: hit.type, _id: hit.id, _version: versionOf(hit), ...shown, _cursor })}\n`;
  },
});

/** The fields of these types that this caller has, in the order of their schemas. */
const fieldsOf = (catalog: Catalog, { request: { types }, scope }: Asked): string[] => [
  ...new Set(
    types.flatMap((type) =>
      Object.entries(definitionOf(catalog, type).schema)
        .filter(([, { admin, within }]) => within === undefined && (scope.admin || !admin))
        .map(([name]) => name),
    ),
  ),
];

/** What a document says at `a.b.c`, whose names may themselves hold dots. */
function valueAt(document: Fields, path: string): Json | undefined {
  if (Object.hasOwn(document, path)) return document[path];
  for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
    const inner = Object.hasOwn(document, path.slice(0, dot)) ? document[path.slice(0, dot)] : undefined;
    const rest = path.slice(dot + 1);
    const found = isObject(inner) ? valueAt(inner, rest) : objectsIn(inner).flatMap((one) => valueAt(one, rest) ?? []);
    if (found !== undefined && !(Array.isArray(found) && found.length === 0)) return found;
  }
  return undefined;
}

function columnsOf(given: unknown, asked: Asked, catalog: Catalog, limits: Limits): string[] {
  if (given === undefined || given === null || given === true) return fieldsOf(catalog, asked);
  const names = typeof given === "string" ? [given] : given;
  if (!Array.isArray(names))
    throw badRequest("_source", "names the columns when the format is csv: a field or a list of them");
  const context = contextOf(catalog, asked.request.types, asked.scope, limits, 0);
  for (const [i, name] of names.entries()) knownKinds(context, String(name), below("_source", i));
  return names.map(String);
}

/**
 * CSV (RFC 4180): a column for each field named in `_source`, else for each that the caller may see in the types asked for.
 * What goes on behind a cursor has no head, so that it can be put below what there is.
 *
 * @throws SearchlightError `unknown-field` for a column that no type has, or none for this caller
 */
export function csvOf(
  source: unknown,
  { asked, wanted }: { readonly asked: Asked; readonly wanted: boolean },
  catalog: Catalog,
  limits: Limits,
): ExportFormat {
  const columns = columnsOf(source, asked, catalog, limits);
  const resumed = asked.request.after !== undefined;
  const head = csvLine(["_type", "_id", ...columns, ...(wanted ? ["_cursor"] : [])]);
  // A name may stand for an entry of a map, another in each type: a facet is named without its map.
  const keys = new Map(
    asked.request.types.map((type) => {
      const definition = definitionOf(catalog, type);
      return [type, columns.map((name) => fieldNamed(definition, name, asked.scope)?.key)] as const;
    }),
  );
  return {
    type: `text/csv; charset=utf-8; header=${resumed ? "absent" : "present"}`,
    head: resumed ? "" : head,
    line: (hit, cursor) => {
      const { type, id } = hit;
      const document = { ...documentOf(hit), _id: id, _type: type };
      const cells = keys.get(type)!.map((key) => (key === undefined ? undefined : valueAt(document, key)));
      return csvLine([type, id, ...cells, ...(wanted ? [cursor] : [])]);
    },
  };
}
