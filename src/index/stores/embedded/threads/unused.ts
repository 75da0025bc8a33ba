import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So many bytes are worth some milliseconds in which a thread does nothing else. */
const WORTH = 128 * 2 ** 20;

let unused = 0;
let collect: (() => void) | undefined;

/**
 * To be told of so many bytes of shared memory that this thread uses no more. V8 does not count what threads share, so
 * nothing else would have it look for that: an index that was merged would take twice its memory for as long as nobody searches.
 */
export function leave(bytes: number): void {
  unused += bytes;
  if (unused < WORTH) return;
  unused = 0;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  // Later, for what is at work now has it still.
  setImmediate(collect);
}
