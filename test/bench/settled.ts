import { setTimeout as sleep } from "node:timers/promises";
import type { Side } from "./side.ts";

/** So many milliseconds of a second computed by a process that has nothing to do. */
const IDLE = 100;
/** Seconds in a row. Where nothing is written for some seconds, segments are merged to few. */
const LONG = 12;

/** Waits until nothing is merged any more that was only just filled: nobody's index is always so new. */
export async function settled(side: Side): Promise<void> {
  for (let idle = 0; idle < LONG;) {
    const before = await side.tell({ what: "processor" });
    await sleep(1000);
    const busy = (await side.tell({ what: "processor" })) - before;
    idle = busy > IDLE ? 0 : idle + 1;
  }
}
