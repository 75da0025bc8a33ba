import { MessageChannel } from "node:worker_threads";
import type { Reader, Searcher } from "../threads/engine.ts";
import type { ThreadData } from "../threads/protocol.ts";
import { startThread, type CallThread } from "../threads/thread.ts";
import { turns } from "../threads/turns.ts";

/** Searches that one thread alone holds: one at work, one at hand. More of them wait outside, where they can be taken back. */
const HELD = 2;

/** Starts so many threads that search in what the reader keeps; of those that could not be opened all are closed. */
export async function startSearchers(
  count: number,
  data: Omit<ThreadData, "role">,
  reader: CallThread<Reader>,
): Promise<CallThread<Searcher>[]> {
  const starting = Array.from({ length: count }, async () => {
    const { port1, port2 } = new MessageChannel();
    await reader("tellEditions", port1);
    return startThread<Searcher>({ ...data, role: "searcher", reader: port2 });
  });
  const started = await Promise.allSettled(starting);
  const failed = started.find(({ status }) => status === "rejected");
  if (failed) for (const one of started) if (one.status === "fulfilled") await one.value("close");
  return Promise.all(starting);
}

/** What is to be asked of a thread that searches, or of the reader. */
type Asked<T> = (call: CallThread<Searcher>) => Promise<T | undefined>;

/**
 * Has searches done by a thread that has none, and by the reader where there are no others, or they cannot tell. Of several each holds
 * one at most: one at hand would wait for what may take long, while another thread has nothing to do.
 */
export function spread(
  reader: CallThread<Reader>,
  searchers: readonly CallThread<Searcher>[],
): <T>(ask: Asked<T>, signal: AbortSignal | undefined) => Promise<T> {
  const inTurn = turns(searchers.length > 1 ? searchers.length : HELD);
  const busy = searchers.map(() => 0);

  async function ask<T>(asked: Asked<T>): Promise<T | undefined> {
    const least = busy.indexOf(Math.min(...busy));
    if (least < 0) return undefined;
    busy[least]!++;
    try {
      return await asked(searchers[least]!);
    } finally {
      busy[least]!--;
    }
  }
  return (asked, signal) =>
    inTurn(async () => (await ask(asked)) ?? (await asked(reader as CallThread<Searcher>))!, signal);
}
