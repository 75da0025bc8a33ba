import { SearchlightError } from "../../../errors.ts";
import { definitionOf, type Catalog } from "../../catalog.ts";
import { documentOf, entryOf } from "../../entry.ts";
import { hitOf, type Hit } from "../../hit.ts";
import { assertSortable } from "../../order.ts";
import type { SearchRequest } from "../../query.ts";
import type { Ref } from "../../resource.ts";
import type { Scope } from "../../scope.ts";
import { reads } from "../../sight.ts";
import { LATE, type SearchAnswer } from "../../store.ts";
import type { StatePage } from "./engine.ts";
import { findIn } from "./search.ts";
import type { Found } from "./rank.ts";
import type { StateRow, StateTable } from "./state-table.ts";
import { naming, stateIn } from "./state-text.ts";
import { addEntry, removeEntry, typeIndex, type TypeIndex } from "./type-index.ts";
import { tend } from "./upkeep.ts";

/**
 * The states on disk and the index made from them. **Invariant:** the index has exactly the resources that exist by the
 * states up to some sequence; a type that is not in the catalogue stays on disk and is nowhere else.
 */
export type Holdings = {
  readonly catalog: Catalog;
  readonly table: StateTable;
  readonly indexes: ReadonlyMap<string, TypeIndex>;
};

export const holdings = (catalog: Catalog, table: StateTable): Holdings => ({
  catalog,
  table,
  indexes: new Map([...catalog].map(([type, definition]) => [type, typeIndex(definition)])),
});

/** Takes rows into the index; returns the last sequence seen, or `from` when there was none. */
export function load({ indexes }: Holdings, rows: Iterable<StateRow>, from: number): number {
  let last = from;
  for (const { sequence, ref, text } of rows) {
    last = sequence;
    const index = indexes.get(ref.type);
    if (!index) continue;
    const entry = naming(ref, () => entryOf(index.definition, stateIn(text, ref)));
    if (entry) addEntry(index, entry, sequence);
    else removeEntry(index, ref.id);
  }
  for (const index of indexes.values()) tend(index);
  return last;
}

function hitAt({ catalog, table }: Holdings, { entry, score, sort, sequence }: Found, scope: Scope): Hit {
  const text = table.readAt(sequence);
  if (text === undefined) {
    throw new SearchlightError("internal", `the index and ${entry.ref.type} on disk disagree: restart searchlight`);
  }
  const definition = definitionOf(catalog, entry.ref.type);
  const source = documentOf(definition, stateIn(text, entry.ref));
  return hitOf(definition, { ...entry, source }, scope, score, sort);
}

/** Searches the index; documents are read from disk, for the page alone. */
export function searchIn(held: Holdings, request: SearchRequest, scope: Scope): SearchAnswer {
  for (const type of request.types) definitionOf(held.catalog, type);
  assertSortable(held.catalog, request, scope);
  const indexes = [...new Set(request.types)].map((type) => held.indexes.get(type)!);
  const { total, page, aggregations, complete } = findIn(held.catalog, indexes, request, scope);
  const hits = page.map((found) => hitAt(held, found, scope));
  return { total, hits, aggregations, complete, reasons: complete ? [] : [LATE] };
}

/** Reads a resource by its id, from disk. */
export function getIn({ catalog, table }: Holdings, ref: Ref, scope: Scope): Hit | undefined {
  const definition = catalog.get(ref.type);
  if (!definition || (definition.access.adminOnly && !scope.admin)) return undefined;
  const text = table.read(ref);
  const entry = text === undefined ? undefined : entryOf(definition, stateIn(text, ref));
  return entry && reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
}

/** States that one message carries. */
const PAGE = 500;

export function scanIn({ table }: Holdings, type: string, cursor: string): StatePage {
  const rows = table.page(type, cursor, PAGE);
  return { texts: rows.map(({ text }) => text), next: rows.length < PAGE ? undefined : rows.at(-1)!.id };
}
