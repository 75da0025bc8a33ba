import { setTimeout as sleep } from "node:timers/promises";
import { syncAll, type SyncOptions, type TypeReport } from "../cloud/sync.ts";
import { messageOf } from "../errors.ts";
import type { Logger } from "../log.ts";

/** A sync begins this soon after the start at the latest, in milliseconds: not all processes of a cloud at once. */
const SOON = 60_000;

/** Each wait is so much shorter or longer, by chance. */
const JITTER = 0.2;

/**
 * - `every`: milliseconds from the end of a sync to the next.
 * - `told`: hears of each type that was compared.
 */
export type Schedule = {
  readonly every: number;
  readonly sync: Omit<SyncOptions, "signal" | "onType">;
  readonly told: (report: TypeReport) => void;
  readonly log: Logger;
};

function report(log: Logger, { type, drifts, problems, ...rest }: TypeReport): void {
  const found = Object.fromEntries(
    Object.entries(drifts).flatMap(([difference, { count }]) => (count > 0 ? [[difference, count]] : [])),
  );
  const { listed, written, seconds } = rest;
  log.info({ type, listed, written, seconds: Math.round(seconds), ...found }, "compared with the service");
  for (const problem of problems) log.warn({ type, problem }, "the comparison with the service is not complete");
}

/** Syncs now and then, beside live events, until the signal aborts. What goes wrong is logged, and tried again next time. */
export async function syncing({ every, sync, told, log }: Schedule, signal: AbortSignal): Promise<void> {
  // The signal ends the wait.
  const wait = (time: number): Promise<void> => sleep(time, undefined, { signal }).catch(() => undefined);
  const onType = (one: TypeReport): void => {
    told(one);
    report(log, one);
  };
  await wait(Math.random() * Math.min(SOON, every));
  while (!signal.aborted) {
    try {
      await syncAll({ ...sync, signal, onType });
    } catch (error) {
      if (!signal.aborted) log.warn({ reason: messageOf(error) }, "could not sync; trying again next time");
    }
    await wait(every * (1 - JITTER + 2 * JITTER * Math.random()));
  }
}
