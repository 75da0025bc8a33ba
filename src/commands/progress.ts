import { MultiBar, type SingleBar } from "cli-progress";

/** Shows how far something is that goes type by type. */
export type Shown<P> = { readonly show: (progress: P) => void; readonly stop: () => void };

/** How a step is told: whose it is, and a line for it. */
type Told<P> = { readonly typeOf: (progress: P) => string; readonly text: (progress: P) => string };

/** How often a line is written where there is no terminal, in milliseconds. */
const EVERY = 5000;

/** A line for each type that counts up. */
function onTerminal<P>(stream: NodeJS.WriteStream, { typeOf, text }: Told<P>): Shown<P> {
  const bars = new MultiBar({ format: "{text}", stream });
  const byType = new Map<string, SingleBar>();
  return {
    show: (progress) => {
      const told = { text: text(progress) };
      const type = typeOf(progress);
      const bar = byType.get(type) ?? bars.create(1, 0, told);
      byType.set(type, bar);
      bar.update(0, told);
    },
    stop: () => bars.stop(),
  };
}

/** A line now and then, for logs. */
function inLines<P>(write: (line: string) => void, { text }: Told<P>): Shown<P> {
  let last = performance.now();
  return {
    show: (progress) => {
      if (performance.now() - last < EVERY) return;
      last = performance.now();
      write(`${text(progress)}\n`);
    },
    stop: () => {},
  };
}

/** Progress on standard error, in words. */
export function shownProgress<P extends { readonly type: string }>(text: (progress: P) => string): Shown<P> {
  const told: Told<P> = { typeOf: ({ type }) => type, text };
  return process.stderr.isTTY
    ? onTerminal(process.stderr, told)
    : inLines((line) => void process.stderr.write(line), told);
}
