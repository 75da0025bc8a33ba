import { flagDown, raise, type Flag } from "./interrupt.ts";

/** How long an interrupted search may take to say what it found, in milliseconds; what takes longer is given up. */
const GRACE = 1000;

const isLate = (signal: AbortSignal): boolean => (signal.reason as Error | undefined)?.name === "TimeoutError";

/**
 * Waits for a search until the signal aborts; then its flag goes up. A caller that left is answered to nobody. One whose
 * time ran out still hears what was found until then: within `GRACE`, or that it took too long.
 */
export function waitFor<T>(signal: AbortSignal | undefined, search: (flag?: Flag) => Promise<T>): Promise<T> {
  if (signal === undefined) return search();
  const flag = flagDown();
  return new Promise((resolve, reject) => {
    let grace: NodeJS.Timeout | undefined;
    const giveUp = (): void => reject(signal.reason as Error);
    const leave = (): void => {
      raise(flag);
      if (isLate(signal)) grace = setTimeout(giveUp, GRACE);
      else giveUp();
    };
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", leave, { once: true });
    return void search(flag)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(grace);
        signal.removeEventListener("abort", leave);
      });
  });
}
