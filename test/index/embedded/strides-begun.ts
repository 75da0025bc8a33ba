import { catalogOf } from "../../../src/index/catalog.ts";
import { stateOf, type Operation } from "../../../src/index/operation.ts";
import { holdings } from "../../../src/index/stores/embedded/holdings/holdings.ts";
import { makeTables } from "../../../src/index/stores/embedded/tables/schema.ts";
import { DatabaseSync } from "../../../src/index/stores/embedded/tables/sqlite.ts";
import { stateTable, type StateTable } from "../../../src/index/stores/embedded/tables/state-table.ts";
import { textOf } from "../../../src/index/stores/embedded/tables/state-text.ts";
import { rowsBehind, strideJob, strideOver, type Stride } from "../../../src/index/stores/embedded/indexing/stride.ts";
import { UNREAD, type View } from "../../../src/index/stores/embedded/opening/view.ts";
import { plugins } from "../contract-types.ts";

export const catalog = catalogOf(plugins);

/** An empty database, and an index that has seen all of it. */
export function begun() {
  const database = new DatabaseSync(":memory:");
  makeTables(database, ":memory:");
  const table = stateTable(database);
  const view: View = {
    database,
    file: 0,
    look: () => 0,
    held: holdings(catalog, table, 2),
    filling: undefined,
    seen: 0,
    behind: true,
    purged: 0,
    saved: 0,
    version: UNREAD,
  };
  /** Asks the other thread for a stride of at most so many rows, and so much text. */
  const stride = (rows: number, text = Infinity): Stride => {
    const { from, seeds } = strideJob(view);
    return strideOver(catalog, rowsBehind(table, from, { rows, text }), seeds);
  };
  return { database, table, view, stride };
}

/** Writes what an operation says, as the first that is said; its sequence. */
export function written(table: StateTable, operation: Operation): number {
  const state = stateOf(operation);
  return table.write(state, textOf(state));
}
