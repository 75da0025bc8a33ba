/** The entry of the thread that makes segments: one job after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { definitionOf } from "../../catalog.ts";
import { giveWay } from "./background.ts";
import { catalogIn } from "./catalog-in.ts";
import { drafted, type DraftJob } from "./drafting.ts";
import type { Packed } from "./pack.ts";
import { tell, type Told } from "./protocol.ts";
import { leave } from "./unused.ts";

/** The segment that was asked for, or why there is none. */
export type DraftResult = { readonly packed: Packed } | { readonly error: Told };

const port = parentPort!;

giveWay();
const catalog = await catalogIn(workerData as string);

function made(job: DraftJob): DraftResult {
  try {
    return { packed: drafted(definitionOf(catalog, job.type), job) };
  } catch (error) {
    return { error: tell(error) };
  }
}

port.on("message", (job: DraftJob) => {
  const result = made(job);
  port.postMessage(result);
  if ("packed" in result) leave(result.packed.memory.byteLength);
});
