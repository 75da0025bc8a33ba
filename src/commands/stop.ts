/** A signal that aborts at the first SIGTERM or SIGINT; a second one ends the process at once, as an operator expects. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  return stop.signal;
}

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true }),
  );

/** How long the process may take to end once everything is closed, in milliseconds. */
const MOMENT = 5000;

/** Ends the process a moment later if it does not by itself: a connection that could not be closed must not hold it. */
export const endSoon = (): void => void setTimeout(() => process.exit(), MOMENT).unref();
