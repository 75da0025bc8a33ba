import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, SearchlightError } from "../../../../errors.ts";
import type { Writer } from "../threads/engine.ts";
import type { ThreadData } from "../threads/protocol.ts";
import { startThread, type CallThread } from "../threads/thread.ts";
import { lineTo, type Line } from "./guest.ts";

/** A way to write to a directory. `own`: it is this process's, and nobody else writes. */
export type Writing = { readonly write: CallThread<Writer>; readonly own: boolean };

/** How long one who begins or ends to write is waited for, in milliseconds, and how often it is looked. */
const PATIENCE = 5000;
const EVERY = 100;

/** Writes, and lets others write through it. @throws SearchlightError `store-locked` when another process does */
export const writingAlone = async (data: ThreadData): Promise<Writing> => ({
  write: await startThread<Writer>(data),
  own: true,
});

const isLocked = (error: unknown): boolean => error instanceof SearchlightError && error.code === "store-locked";

type Hand = Line & { readonly own: boolean };

/** Whoever writes now: the process at the socket, or where there is none, this one. */
async function handIn(data: ThreadData): Promise<Hand> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const line = await lineTo(data.directory).catch((error: unknown) => {
      if (isLocked(error)) throw error;
      return messageOf(error);
    });
    if (typeof line !== "string") return { ...line, own: false };
    try {
      return { ...(await writingAlone(data)), gone: () => false };
    } catch (error) {
      if (!isLocked(error) || Date.now() > until) throw error;
    }
    await sleep(EVERY);
  }
}

/**
 * Writes to a directory whoever holds it: through the process that does, else itself. When that one goes away, what it
 * did not say it had done is rejected (`store-unavailable`), and the next call finds another way.
 *
 * @throws SearchlightError `store-locked` when who holds it does not take what others would write
 */
export async function writingBeside(data: ThreadData): Promise<Writing> {
  let current = handIn(data);
  const { own } = await current;

  async function hand(): Promise<Hand> {
    const held = current;
    const one = await held.catch(() => undefined);
    if (one && !one.gone()) return one;
    if (current === held) current = handIn(data);
    return current;
  }
  const write = async (method: keyof Writer, ...args: readonly unknown[]): Promise<unknown> => {
    // Closing is no reason to look for another way.
    const { write: through } = await (method === "close" ? current : hand());
    return (through as (method: keyof Writer, ...args: readonly unknown[]) => Promise<unknown>)(method, ...args);
  };
  return { write: write as unknown as CallThread<Writer>, own };
}
