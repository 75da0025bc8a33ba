import { SearchlightError, messageOf } from "../../../../errors.ts";
import type { Haste } from "./haste.ts";
import type { Indexer } from "./indexer.ts";
import { hasMissed, strideJob, takeStride } from "./stride.ts";
import type { View } from "../opening/view.ts";

/** A stride begins so many milliseconds after the last one did, or when that is done; where more was left, at once. */
const EVERY = 40;

/** After a stride could not be made, or missed something, none is begun for so many milliseconds: whoever reads takes in all of it first. */
const PAUSE = 1000;

/**
 * While much is written, the index goes by strides: the thread that searches takes nothing in, and has nothing to look through that
 * is in no segment. What is written is found a stride later.
 */
export type Strides = {
  /** Whether it does so now: then nobody else needs to take anything in, and whoever does has a stride made in vain. */
  readonly on: () => boolean;
  /** Begins a stride where it is time for one, or now. */
  readonly look: (view: View, when?: "now") => void;
};

/** `hasty`: whether much is written. `taken` is told how many changes a stride took in. `clock` is in milliseconds and only goes forward. */
export function strides(
  { stride }: Pick<Indexer, "stride">,
  hasty: Haste,
  taken: (view: View, changes: number) => void,
  clock: () => number = () => performance.now(),
): Strides {
  let [on, busy, next, resume] = [false, false, -Infinity, -Infinity];

  async function go(view: View): Promise<void> {
    const made = await stride(strideJob(view));
    on = hasty(made.through);
    if (hasMissed(view, made)) pause();
    else if (takeStride(view, made)) taken(view, made.count);
    if (made.more) next = -Infinity;
  }

  function pause(): void {
    on = false;
    resume = clock() + PAUSE;
  }

  function fail(error: unknown): void {
    pause();
    // A record that cannot be used is met again, and said, by whoever takes it in now.
    if (!(error instanceof SearchlightError))
      process.emitWarning(`what is written is found later, for its index was not made: ${messageOf(error)}`);
  }

  function look(view: View, when?: "now"): void {
    const now = clock();
    if (busy) return;
    if (!on) on = hasty(view.seen) && !view.filling && now >= resume;
    if (!on || (now < next && when !== "now")) return;
    [busy, next] = [true, now + EVERY];
    void go(view)
      .catch(fail)
      .finally(() => {
        busy = false;
        // What is left, whoever reads next takes in.
        view.behind = true;
        if (on) look(view);
      });
  }

  return { on: () => on, look };
}
