import { resolve } from "node:path";
import { messageOf, SearchlightError } from "../../../errors.ts";
import type { Operation } from "../../operation.ts";
import type { Resource } from "../../resource.ts";
import { assertIndexer } from "../../scope.ts";
import type { IndexStore, Outcome } from "../../store.ts";
import type { Reader, Searcher, StatePage, Writer } from "./threads/engine.ts";
import { saving } from "./saving.ts";
import { spread, startSearchers } from "./searching/searchers.ts";
import { stateIn } from "./tables/state-text.ts";
import { writingAlone, writingBeside, type Writing } from "./socket/beside.ts";
import { startThread, type CallThread } from "./threads/thread.ts";
import { waitFor } from "./threads/waiting.ts";

/**
 * - `directory`: where the data is kept; made when it is not there.
 * - `definitions`: a module that exports `plugins`, the types; imported in the store's own thread.
 * - `readOnly`: follow what another process on this machine writes, mostly less than a tenth of a second behind.
 * - `beside`: where another process writes already, write through it, instead of being refused.
 * - `recent`: changes of a type that may wait to be indexed: searches walk them one by one.
 * - `much`: so many changes a second are taken in by strides (see `Strides`); 0: always so.
 * - `searchers`: so many threads search in what the one that reads the index keeps, in the same memory; with none it searches itself.
 * - `worthSaving`: so many changes, and the index is saved anew.
 * - `promptly`: where there are more states, what no snapshot has is indexed while the rest is searched already, and answers say
 *   so; else before anything is.
 */
export type EmbeddedOptions = {
  readonly directory: string;
  readonly definitions: URL;
  readonly readOnly?: boolean;
  readonly beside?: boolean;
  readonly recent?: number;
  readonly much?: number;
  readonly searchers?: number;
  readonly worthSaving?: number;
  readonly promptly?: number;
};

/** More than this is not walked by every search: it becomes a segment. Of fewer, indexing each takes longer, and merging begins with more. */
const RECENT = 256;
/** From so many a second on, searches that need not wait are worth more than finding a change at once. */
const MUCH = 1000;
/** As many changes are read from the states in less than a second. */
const WORTH_SAVING = 10_000;
/** So many are indexed in some seconds. */
const PROMPTLY = 50_000;

/** Each operation on its own, for a batch that no message carries: what is nested too deeply is rejected alone. */
async function applyEach(call: CallThread<Writer>, operations: readonly Operation[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    try {
      outcomes.push(...(await call("apply", [operation])));
    } catch (error) {
      if (error instanceof SearchlightError) throw error;
      outcomes.push({ stored: false, reason: `it cannot be stored: ${messageOf(error)}` });
    }
  }
  return outcomes;
}

/**
 * The default store: SQLite on disk, written by a thread of its own; an index in memory beside it, in another. Resolves when
 * what the directory holds can be searched.
 *
 * @throws SearchlightError `store-locked` when another process writes to the directory; `bad-configuration` when what is
 *   there is damaged or of another version
 */
export async function embeddedStore({
  directory,
  definitions,
  readOnly = false,
  beside = false,
  recent = RECENT,
  much = MUCH,
  searchers = 0,
  worthSaving = WORTH_SAVING,
  promptly = PROMPTLY,
}: EmbeddedOptions): Promise<IndexStore> {
  const data = { directory: resolve(directory), definitions: definitions.href, recent, much, worthSaving, promptly };
  const reading = startThread<Reader>({ ...data, role: "reader" });
  const writing = readOnly ? REFUSING : (beside ? writingBeside : writingAlone)({ ...data, role: "writer" });
  const [read, wrote] = await Promise.allSettled([reading, writing]);
  let searching: readonly CallThread<Searcher>[] = [];
  const close = async (): Promise<void> => {
    for (const searcher of searching) await searcher("close");
    if (read.status === "fulfilled") await read.value("close");
    if (wrote.status === "fulfilled") await wrote.value.write("close");
  };
  try {
    const { write, own } = await writing;
    const reader = await reading;
    // A reader by itself waits for a writer; one beside its writer has something to read.
    if (!readOnly) await write("ready").then(() => reader("refresh"));
    searching = await startSearchers(searchers, data, reader);
    const saved = own ? saving(reader, write, unsaved) : undefined;
    return storeOf({ write, read: reader, searching }, async () => {
      await saved?.end();
      await close();
    });
  } catch (error) {
    await close();
    throw error;
  }
}

const unsaved = (error: unknown): void =>
  process.emitWarning(`the index could not be saved, so the next start takes longer: ${messageOf(error)}`);

const READ_ONLY =
  "this process only reads the index: send notifications to the one that writes it (`searchlight serve` or `ingest`)";

/** What a process has that does not write. */
const REFUSING: Promise<Writing> = Promise.resolve({
  write: ((method: keyof Writer) =>
    method === "close" || method === "ready"
      ? Promise.resolve()
      : Promise.reject(new SearchlightError("store-locked", READ_ONLY))) as CallThread<Writer>,
  own: false,
});

type Threads = {
  readonly write: CallThread<Writer>;
  readonly read: CallThread<Reader>;
  readonly searching: readonly CallThread<Searcher>[];
};

function storeOf({ write, read, searching }: Threads, close: () => Promise<void>): IndexStore {
  const asking = spread(read, searching);
  let closed: Promise<void> | undefined;
  return {
    apply: (operations) =>
      write("apply", operations).catch((error: unknown) => {
        if (error instanceof SearchlightError) throw error;
        return applyEach(write, operations);
      }),
    search: (request, scope, signal) =>
      waitFor(signal, (flag) => asking((thread) => thread("search", request, scope, flag), signal)),
    suggest: (request, scope, signal) =>
      waitFor(signal, (flag) => asking((thread) => thread("suggest", request, scope, flag), signal)),
    get: (ref, scope) => read("get", ref, scope),
    async *scan(type, scope) {
      assertIndexer(scope);
      for (let cursor: string | undefined = ""; cursor !== undefined;) {
        const page: StatePage = await read("scanPage", type, cursor);
        for (const text of page.texts) yield JSON.parse(text) as Resource;
        cursor = page.next;
      }
    },
    async states(refs, scope) {
      assertIndexer(scope);
      const texts = await read("statesOf", refs);
      return texts.map((text, i) => (text === undefined ? undefined : stateIn(text, refs[i]!)));
    },
    purge: (before) => write("purge", before),
    outdated: () => read("outdated"),
    freshness: () => read("freshness"),
    note: (told) => write("note", told),
    refresh: () => read("refresh"),
    ready: async () => {
      await write("ready");
      for (const thread of [read as CallThread<Searcher>, ...searching]) await thread("ready");
    },
    close: () => (closed ??= close()),
  };
}
