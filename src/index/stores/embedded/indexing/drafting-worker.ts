/** The entry of the thread that makes segments: one job after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { definitionOf } from "../../../catalog.ts";
import { giveWay } from "../threads/background.ts";
import { catalogIn } from "../threads/catalog-in.ts";
import { drafted, type DraftJob } from "./drafting.ts";
import { openMeant } from "../tables/meant.ts";
import type { Packed } from "../segments/pack.ts";
import { tell, type ThreadData, type Told } from "../threads/protocol.ts";
import type { Database } from "../tables/sqlite.ts";
import { inTransaction, stateTable, type StateTable } from "../tables/state-table.ts";
import { rowsBehind, strideOver, type Most, type Stride, type StrideJob } from "./stride.ts";
import { leave } from "../threads/unused.ts";

export type IndexerData = Pick<ThreadData, "definitions" | "directory">;

/** What was asked for, or why there is none. */
export type Made = { readonly value: Packed | Stride } | { readonly error: Told };

type Job = { readonly draft: DraftJob } | { readonly stride: StrideJob };

/** A stride is of no more: it is held in memory, and what it replaces dies while nothing else is done. */
const MOST: Most = { rows: 2048, text: 2 ** 24 };

const { definitions, directory } = workerData as IndexerData;
const port = parentPort!;
let opened: { readonly database: Database; readonly table: StateTable; readonly file: number } | undefined;

/** The database whose inode is meant, opened when it is first read. */
function databaseOf(file: number): NonNullable<typeof opened> {
  if (opened?.file === file) return opened;
  opened?.database.close();
  opened = undefined;
  const database = openMeant(directory, file);
  if (!database) throw new Error(`the database in ${directory} was exchanged`);
  return (opened = { database, table: stateTable(database), file });
}

function stride({ file, from, seeds }: StrideJob): Stride {
  const { database, table } = databaseOf(file);
  // No longer than reading takes: while it lasts, the write-ahead log cannot begin anew.
  const behind = inTransaction(database, () => rowsBehind(table, from, MOST), "BEGIN");
  return strideOver(catalog, behind, seeds);
}

const packedIn = (value: Packed | Stride): readonly Packed[] =>
  "written" in value ? value.written.flatMap(({ standing }) => standing ?? []) : [value];

function made(job: Job): Made {
  try {
    const value = "draft" in job ? drafted(definitionOf(catalog, job.draft.type), job.draft) : stride(job.stride);
    return { value };
  } catch (error) {
    return { error: tell(error) };
  }
}

giveWay();
const catalog = await catalogIn(definitions);

port.on("message", (job: Job) => {
  const result = made(job);
  port.postMessage(result);
  if ("value" in result) for (const { memory } of packedIn(result.value)) leave(memory.byteLength);
});
