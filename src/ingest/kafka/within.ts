/**
 * What `work` comes to, at most so many milliseconds later, and not after `signal` aborted. kafkajs bounds its requests, but
 * not all of its waiting: where a connection ends at a bad moment it can wait for ever, and nothing may stand still with it.
 *
 * @throws saying what did not come, or the signal's reason; `work` goes on unheard
 */
export async function within<T>(
  what: string,
  milliseconds: number,
  work: Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { promise: given, reject } = Promise.withResolvers<never>();
  const late = (): void => reject(new Error(`${what} did not come to an end within ${milliseconds / 1000} s`));
  const stop = (): void => reject(signal?.reason as Error);
  const timer = setTimeout(late, milliseconds);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    return await Promise.race([work, given]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
