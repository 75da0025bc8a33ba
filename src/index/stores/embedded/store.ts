import { resolve } from "node:path";
import { messageOf, SearchlightError } from "../../../errors.ts";
import type { Operation } from "../../operation.ts";
import type { Resource } from "../../resource.ts";
import { assertIndexer } from "../../scope.ts";
import type { IndexStore, Outcome } from "../../store.ts";
import { turns } from "./turns.ts";
import { startThread, type CallThread } from "./thread.ts";
import { waitFor } from "./waiting.ts";

/**
 * - `directory`: where the data is kept; made when it is not there.
 * - `definitions`: a module that exports `plugins`, the types; imported in the store's own thread.
 * - `readOnly`: follow what another process on this machine writes, at most a tenth of a second behind.
 */
export type EmbeddedOptions = { readonly directory: string; readonly definitions: URL; readonly readOnly?: boolean };

/** Each operation on its own, for a batch that no message carries: what is nested too deeply is rejected alone. */
async function applyEach(call: CallThread, operations: readonly Operation[]): Promise<Outcome[]> {
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

/** Searches that the thread holds: one at work, one at hand. More of them wait here, where they can be taken back. */
const HELD = 2;

/**
 * The default store: SQLite on disk, an index in memory beside it, both in a thread of their own. Resolves when what the
 * directory holds is loaded.
 *
 * @throws SearchlightError `store-locked` when another process writes to the directory; `bad-configuration` when what is
 *   there is damaged or of another version
 */
export async function embeddedStore({
  directory,
  definitions,
  readOnly = false,
}: EmbeddedOptions): Promise<IndexStore> {
  const call = await startThread({ directory: resolve(directory), definitions: definitions.href, readOnly });
  const inTurn = turns(HELD);
  let closed: Promise<void> | undefined;
  return {
    apply: (operations) =>
      call("apply", operations).catch((error: unknown) => {
        if (error instanceof SearchlightError) throw error;
        return applyEach(call, operations);
      }),
    search: (request, scope, signal) =>
      waitFor(signal, (flag) => inTurn(() => call("search", request, scope, flag), signal)),
    get: (ref, scope) => call("get", ref, scope),
    async *scan(type, scope) {
      assertIndexer(scope);
      for (let cursor: string | undefined = ""; cursor !== undefined;) {
        const page: Awaited<ReturnType<typeof call<"scanPage">>> = await call("scanPage", type, cursor);
        for (const text of page.texts) yield JSON.parse(text) as Resource;
        cursor = page.next;
      }
    },
    purge: (before) => call("purge", before),
    freshness: () => call("freshness"),
    note: (told) => call("note", told),
    refresh: () => call("refresh"),
    ready: () => call("ready"),
    close: () => (closed ??= call("close")),
  };
}
