/**
 * Takes items as they come and deals with so many at a time, each once. Ends when the items do and all are dealt with. The
 * first failure is what it ends with: `giveUp` is called, by which items and work under way should end soon, and they are
 * waited for.
 */
export async function abreast<T>(
  all: AsyncIterable<T>,
  lanes: number,
  deal: (item: T) => Promise<void>,
  giveUp: () => void,
): Promise<void> {
  const items = all[Symbol.asyncIterator]();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    try {
      for (let next = await items.next(); !next.done; next = await items.next()) await deal(next.value);
    } catch (error) {
      failures.push(error);
      giveUp();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await items.return?.();
  if (failures.length > 0) throw failures[0];
}
