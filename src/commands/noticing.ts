import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../errors.ts";
import type { Outdated } from "../index/rebuild.ts";
import type { IndexStore } from "../index/store.ts";
import type { Logger } from "../log.ts";

/** How often it is looked, in milliseconds: a rebuild is another process. */
const EVERY = 60_000;

/** Says what should be made anew: to the log once, and to `meter` at each look, until the signal aborts. */
export async function noticing(
  store: Pick<IndexStore, "outdated">,
  log: Pick<Logger, "warn">,
  meter: (outdated: readonly Outdated[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const said = new Set<string>();
  while (!signal.aborted) {
    try {
      const outdated = await store.outdated();
      meter(outdated);
      for (const one of outdated)
        if (!said.has(one.type)) log.warn({ type: one.type, resources: one.resources }, one.says);
      said.clear();
      for (const { type } of outdated) said.add(type);
    } catch (error) {
      log.warn({ reason: messageOf(error) }, "could not look whether the index should be made anew");
    }
    await sleep(EVERY, undefined, { signal, ref: false }).catch(() => undefined); // the signal ends the wait
  }
}
