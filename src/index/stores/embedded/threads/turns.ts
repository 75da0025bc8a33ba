type Turns = <T>(start: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Lets `most` run at a time and the others wait, first come first served. One whose signal aborts while it waits is never
 * started: a caller that left costs nothing more.
 */
export function turns(most: number): Turns {
  let running = 0;
  const waiting = new Set<() => void>();

  /** A turn that ends is handed to the next, so that nobody slips in between. */
  function end(): void {
    const [next] = waiting;
    if (next === undefined) running--;
    else next();
  }

  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(begin);
        reject(signal?.reason as Error);
      };
      const begin = (): void => {
        waiting.delete(begin);
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      waiting.add(begin);
      signal?.addEventListener("abort", leave, { once: true });
    });

  return async (start, signal) => {
    signal?.throwIfAborted();
    if (running < most) running++;
    else await turn(signal);
    try {
      return await start();
    } finally {
      end();
    }
  };
}
