/**
 * Runs over a list in slices, some at once. When one fails no more are begun; what is under way ends before it rejects,
 * so that nothing goes on behind the caller's back.
 */
export async function inSlices<T>(
  list: readonly T[],
  { size, atOnce }: { readonly size: number; readonly atOnce: number },
  run: (slice: readonly T[]) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < list.length) {
      const slice = list.slice(next, (next += size));
      try {
        await run(slice);
      } catch (error) {
        next = list.length;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const end of ended) if (end.status === "rejected") throw end.reason;
}
