import type { IndexStore } from "../index/store.ts";
import { messageOf } from "../errors.ts";
import type { Logger } from "../log.ts";
import { abreast } from "./abreast.ts";
import { brakeAfter, type Brake } from "./brake.ts";
import { createCircuit, type Circuit } from "./circuit.ts";
import type { DeadLetter, DeadLetters } from "./dead-letter.ts";
import { handle, type Handled } from "./handle.ts";
import { retrying, type Backoff } from "./retry.ts";
import type { Router } from "./router.ts";
import type { Batch, NotificationSource } from "./source.ts";

/** How many records came to which end, since the worker started. */
export type Counts = { read: number; stored: number; ignored: number; rejected: number };

/**
 * What a worker is made of. `onBatch` is told the counts after each acknowledged batch, `onHandled` the records and what
 * became of each, `onRetry` what is tried again. So many batches are under way at a time as `lanes` says: more where the
 * source gives the next before the last was acknowledged. In which order they are stored is all the same, for merging is.
 */
export type WorkerParts = {
  readonly source: NotificationSource;
  readonly route: Router;
  readonly store: Pick<IndexStore, "apply">;
  readonly deadLetters: Pick<DeadLetters, "put">;
  readonly log: Logger;
  readonly onBatch?: (counts: Counts) => void;
  readonly onHandled?: (batch: Batch, results: readonly Handled[]) => void;
  readonly onRetry?: (what: string) => void;
  readonly backoff?: Backoff;
  readonly brake?: Brake;
  readonly circuit?: Circuit;
  readonly lanes?: number;
};

function lettersOf({ records }: Batch, results: readonly Handled[]): DeadLetter[] {
  return results.flatMap((result, i) =>
    result.result === "rejected" ? [{ record: records[i]!, reason: result.reason }] : [],
  );
}

/**
 * Read, store, bury what is dead, acknowledge. Each line is a delivery guarantee. Ends when the source does, or when
 * `signal` aborts: then what is in hand is finished if the store answers, else given back unacknowledged.
 */
export async function work(
  {
    source,
    route,
    store,
    deadLetters,
    log,
    onBatch,
    onHandled,
    onRetry,
    backoff,
    brake = brakeAfter(undefined),
    circuit = createCircuit(),
    lanes = 1,
  }: WorkerParts,
  signal: AbortSignal,
): Promise<Counts> {
  const counts: Counts = { read: 0, stored: 0, ignored: 0, rejected: 0 };
  const failed = (what: string) => (error: Error, tries: number) => {
    log.warn({ what, tries, reason: messageOf(error) }, "trying again");
    circuit.failed(messageOf(error), tries);
    onRetry?.(what);
  };
  const givenUp = new AbortController();
  const over = AbortSignal.any([signal, givenUp.signal]);
  const tried = <T>(what: string, run: () => Promise<T>): Promise<T> => retrying(run, over, failed(what), backoff);
  const deal = async (batch: Batch): Promise<void> => {
    const results = await tried("store", async () => {
      const handled = await handle(batch.records, route, store);
      brake(handled);
      return handled;
    });
    const letters = lettersOf(batch, results);
    if (letters.length > 0) await tried("dead letters", () => deadLetters.put(letters));
    circuit.succeeded();
    await batch.ack(); // only now
    for (const { reason, record } of letters) log.warn({ from: record.from, reason }, "rejected a record");
    counts.read += results.length;
    for (const { result } of results) counts[result]++;
    onHandled?.(batch, results);
    onBatch?.(counts);
  };
  await abreast(source.batches(over), lanes, deal, () => givenUp.abort());
  return counts;
}
