/** The entry of a store's thread: opens its part of the engine, then answers calls until it is closed. */
import { parentPort, workerData } from "node:worker_threads";
import { giveWay } from "./threads/background.ts";
import { catalogIn } from "./threads/catalog-in.ts";
import type { Reader, Searcher, Writer } from "./threads/engine.ts";
import { fromDisk } from "./threads/failure.ts";
import { tell, type Call, type Reply, type ThreadData } from "./threads/protocol.ts";

const { directory, role, ...tuning } = workerData as ThreadData;
const port = parentPort!;

async function open(): Promise<Reader | Writer | Searcher> {
  const catalog = await catalogIn(tuning.definitions);
  // Each thread loads what its part needs, and no more.
  if (role === "reader") return (await import("./reader.ts")).openReader(directory, catalog, tuning);
  if (role === "searcher") return (await import("./searching/searcher.ts")).openSearcher(directory, catalog, tuning);
  // Indexing what is written takes longer than writing it, and whoever writes waits for the disk.
  giveWay();
  const writer = (await import("./writer.ts")).openWriter(directory, catalog);
  return (await import("./socket/host.ts")).hosting(writer, directory);
}

async function reply(id: number, work: () => Promise<unknown>): Promise<void> {
  let answer: Reply;
  try {
    answer = { id, value: await work() };
  } catch (error) {
    answer = { id, error: tell(fromDisk(error, directory)) };
  }
  try {
    port.postMessage(answer);
  } catch (error) {
    // An answer that no message holds (nested too deeply) is that caller's trouble alone.
    port.postMessage({ id, error: tell(error) } satisfies Reply);
  }
}

await reply(0, async () => {
  const engine = await open();
  port.on("message", ({ id, method, args }: Call) => {
    const call = engine[method as keyof typeof engine] as (...args: readonly unknown[]) => Promise<unknown>;
    void reply(id, () => call(...args)).then(() => method === "close" && port.close());
  });
});
