import { MultiBar, type SingleBar } from "cli-progress";
import type { SyncProgress } from "../cloud/sync.ts";

/** Shows how far a sync is. */
export type Shown = { readonly show: (progress: SyncProgress) => void; readonly stop: () => void };

/** How often a line is written where there is no terminal, in milliseconds. */
const EVERY = 5000;

const count = (n: number): string => n.toLocaleString("en");

/** A line for each type that counts up. */
function onTerminal(stream: NodeJS.WriteStream): Shown {
  const bars = new MultiBar({ format: "{type}: {listed} listed, {written} written", stream });
  const byType = new Map<string, SingleBar>();
  return {
    show: ({ type, listed, written }) => {
      const told = { type, listed: count(listed), written: count(written) };
      const bar = byType.get(type) ?? bars.create(1, 0, told);
      byType.set(type, bar);
      bar.update(0, told);
    },
    stop: () => bars.stop(),
  };
}

/** A line now and then, for logs. */
function inLines(write: (line: string) => void): Shown {
  let last = performance.now();
  return {
    show: ({ type, listed, written }) => {
      if (performance.now() - last < EVERY) return;
      last = performance.now();
      write(`${type}: ${count(listed)} listed, ${count(written)} written\n`);
    },
    stop: () => {},
  };
}

/** Progress on standard error. */
export const shownProgress = (): Shown =>
  process.stderr.isTTY ? onTerminal(process.stderr) : inLines((line) => void process.stderr.write(line));
