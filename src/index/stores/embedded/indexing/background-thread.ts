import { extname } from "node:path";
import { Worker } from "node:worker_threads";

/** What these threads make for a resource is gone before the next: half of what the others have was measured to be as fast. */
const YOUNG_MEGABYTES = 24;

/** Starts a thread for work that nobody waits for, by the name of its entry here, `<name>-worker`; it keeps no process from ending. */
export function startBackground(name: string, workerData?: unknown): Worker {
  // The same kind of file as this one: TypeScript in a clone, JavaScript in a package.
  const worker = new Worker(new URL(`./${name}-worker${extname(import.meta.url)}`, import.meta.url), {
    name,
    workerData,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  worker.unref();
  return worker;
}
