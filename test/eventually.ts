import { setTimeout as sleep } from "node:timers/promises";

const LOOK_MILLISECONDS = 50;

/** Resolves when `ready` says so, at most so many seconds later. @throws saying what never came; `what` is asked then */
export async function eventually(
  what: string | (() => string),
  ready: () => boolean | Promise<boolean>,
  seconds = 40,
): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await ready()); await sleep(LOOK_MILLISECONDS))
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${typeof what === "string" ? what : what()}`);
}

/** What `work` comes to, at most so many seconds later. @throws saying what never came */
export async function soon<T>(what: string, work: Promise<T>, seconds: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not within ${seconds} s: ${what}`)), seconds * 1000);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
