import type { Reader, Writer } from "./threads/engine.ts";
import type { CallThread } from "./threads/thread.ts";

/** How often it is asked whether enough has changed to save the index, in milliseconds. */
const EVERY = 60_000;

/**
 * Saves the index now and then, and once more at the end, so that the next start finds most of it made. `trouble` is told
 * what went wrong: the index goes on without.
 */
export function saving(read: CallThread<Reader>, write: CallThread<Writer>, trouble: (error: unknown) => void) {
  async function save(): Promise<void> {
    const marked = await read("save");
    if (marked === undefined) return;
    const forgotten = await write("mark", marked);
    await read("sweep", marked, forgotten);
  }
  let last = Promise.resolve();
  const saveNext = (): Promise<void> => (last = last.then(save).catch(trouble));
  const timer = setInterval(() => void saveNext(), EVERY).unref();
  return {
    end(): Promise<void> {
      clearInterval(timer);
      return saveNext();
    },
  };
}
