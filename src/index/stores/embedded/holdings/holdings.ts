import { SearchlightError } from "../../../../errors.ts";
import { definitionOf, type Catalog } from "../../../catalog.ts";
import { documentOf, entryOf } from "../../../entry.ts";
import { hitOf, type Hit } from "../../../hit.ts";
import { assertSortable } from "../../../order.ts";
import type { SearchRequest } from "../../../request.ts";
import type { TypeDefinition } from "../../../definition.ts";
import type { Ref } from "../../../resource.ts";
import type { Scope } from "../../../scope.ts";
import { reads } from "../../../sight.ts";
import { LATE, type SearchAnswer } from "../../../store.ts";
import { documents, type Documents, type Made } from "./documents.ts";
import type { StatePage } from "../threads/engine.ts";
import { findIn } from "./search.ts";
import type { Found } from "../ranking/found.ts";
import type { StateRow, StateTable } from "../tables/state-table.ts";
import { stateIn } from "../tables/state-text.ts";
import { flush, forget, keep, typeHoldings, type TypeHoldings } from "../segments/type-holdings.ts";
import { unindexed } from "../segments/unindexed.ts";

/**
 * The states on disk and the index made from them. **Invariant:** the index has exactly the resources that exist by the
 * states up to some sequence; a type that is not in the catalogue stays on disk and is nowhere else. `recent`: so
 * many changes of a type may wait to be indexed.
 */
export type Holdings = {
  readonly catalog: Catalog;
  readonly table: StateTable;
  readonly recent: number;
  readonly types: ReadonlyMap<string, TypeHoldings>;
  readonly documents: Documents;
};

export const holdings = (catalog: Catalog, table: StateTable, recent: number): Holdings => ({
  catalog,
  table,
  recent,
  types: new Map([...catalog].map(([type, definition]) => [type, typeHoldings(definition)])),
  documents: documents(),
});

/** While much is read, segments are made as large as this. */
const AT_ONCE = 8192;

/**
 * How much is to be taken in at a time: until `until` (as of `performance.now`), and so many rows at least. `settled`: with few left
 * that wait to be indexed, and none that cannot be.
 */
export type Portion = { readonly until: number; readonly least: number; readonly settled?: boolean };

export const ALL: Portion = { until: Infinity, least: Infinity, settled: true };

/** Takes one state into the index of its type. */
export function take(holdings: TypeHoldings, row: StateRow): void {
  if (row.stands) keep(holdings, unindexed(holdings.definition, row));
  else forget(holdings, row.ref.id);
}

/** So many times as many as may wait to be indexed, and these at least, may wait while a segment is being made. */
const ROOM = 8;
const LEAST_ROOM = 64;

/** Whether so much of a type waits to be indexed that nothing more is to be taken in before some of it is. */
const isFullOf = ({ recent }: Holdings, holdings: TypeHoldings): boolean =>
  holdings.recent.size >= Math.max(LEAST_ROOM, recent * ROOM);

/** Whether that is so of any type. */
export const isFull = (held: Holdings): boolean => [...held.types.values()].some((one) => isFullOf(held, one));

/** Leaves few that wait to be indexed; whoever begins with some that cannot be hears of it at once. */
function settle(holdings: TypeHoldings, recent: number): void {
  flush(holdings, recent);
  for (const one of holdings.recent.values()) one.entry();
}

/**
 * Takes a portion of rows into the index, as many as there is room for; returns the last sequence seen, or `from` when there was
 * none, and whether it broke off. Where it is to take all of them, it makes room.
 */
export function load(
  held: Holdings,
  rows: Iterable<StateRow>,
  from: number,
  { until, least, settled = false }: Portion,
): { last: number; broken: boolean } {
  const { types, recent } = held;
  let [last, count] = [from, 0];
  for (const row of rows) {
    const holdings = types.get(row.ref.type);
    if (holdings && until !== Infinity && isFullOf(held, holdings)) return { last, broken: true };
    last = row.sequence;
    count++;
    if (!holdings) continue;
    take(holdings, row);
    flush(holdings, AT_ONCE);
    if (count >= least && performance.now() >= until) return { last, broken: true };
  }
  if (settled) for (const holdings of types.values()) settle(holdings, recent);
  return { last, broken: false };
}

/** Reads the state that the index speaks of, and makes its document. */
function madeFrom(table: StateTable, definition: TypeDefinition, { entry: { ref }, sequence }: Found): Made {
  const text = table.readAt(sequence);
  if (text === undefined)
    throw new SearchlightError("internal", `the index and ${ref.type} on disk disagree: restart searchlight`);
  return { source: documentOf(definition, stateIn(text, ref)), length: text.length };
}

function hitAt({ catalog, table, documents }: Holdings, found: Found, scope: Scope): Hit {
  const { entry, score, sort, sequence } = found;
  const definition = definitionOf(catalog, entry.ref.type);
  const source = documents(sequence, () => madeFrom(table, definition, found));
  return hitOf(definition, { ...entry, source }, scope, score, sort);
}

/** Why what these types say is not all; nothing when it is. Who asks, and what they may see, is no part of it. */
export const notWhole = (types: readonly TypeHoldings[]): string[] =>
  types
    .filter(({ whole }) => !whole)
    .map(({ definition: { type } }) => `${type} is being indexed anew: not all of it is found yet`);

/** Searches the index; documents are read from disk, for the page alone. */
export function searchIn(held: Holdings, request: SearchRequest, scope: Scope): SearchAnswer {
  for (const type of request.types) definitionOf(held.catalog, type);
  assertSortable(held.catalog, request, scope);
  const types = [...new Set(request.types)].map((type) => held.types.get(type)!);
  const show = (found: Found): Hit => hitAt(held, found, scope);
  const { total, page, aggregations, complete } = findIn(held.catalog, types, request, scope, show);
  const hits = page.map(show);
  const reasons = [...(complete ? [] : [LATE]), ...notWhole(types)];
  return { total, hits, aggregations, complete: reasons.length === 0, reasons };
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
