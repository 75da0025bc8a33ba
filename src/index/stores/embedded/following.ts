import { fill } from "./opening/filling.ts";
import { isFull } from "./holdings/holdings.ts";
import type { Indexing } from "./indexing/indexing.ts";
import type { Reading } from "./reading.ts";
import { urgency } from "./threads/urgency.ts";

/** How often a reader looks for what the writer wrote, in milliseconds: while something is written, and while nothing is. To wake up costs more than to look. */
const EVERY = 20;
const IDLE_EVERY = 100;

/** How often it looks at more than whether anything was written. */
const RARELY = 500;

/** So many milliseconds changes are taken into the index while more wait: then searches come in between. */
export const SLICE = 2;

/** So many changes may wait before they are taken in for longer at a time. */
const LAG = 500;

/** So many resources of what was written before the start take as long as a slice. */
const FILLED = 50;

/** Takes in what the writer wrote, whether anybody searches or not. */
export type Following = {
  /** Why it cannot go on; undefined while it can. */
  readonly trouble: () => unknown;
  /** For how many milliseconds more has waited than is taken in between two searches. */
  readonly late: () => number;
  readonly close: () => void;
};

/** Takes in all that is there, and then goes on, at most `IDLE_EVERY` milliseconds behind the writer, or by strides a little more. */
export function following(reading: Reading, segments: Indexing): Following {
  let trouble: unknown;
  let quietAt = performance.now();
  let followedAt = quietAt;

  /** Takes in what was written, for so many milliseconds, and longer the more of it waits. */
  function follow(milliseconds: number): void {
    try {
      reading.leaveIfExchanged();
      const view = reading.view();
      const lag = view ? view.held.table.last() - view.seen : 0;
      reading.read(() => {}, milliseconds * urgency(lag, LAG));
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
  }

  /** Indexes some more of what was written before the start and no snapshot had; whether there is more. */
  function goOnFilling(): boolean {
    const view = reading.view();
    const filling = view?.filling;
    if (!filling || trouble !== undefined || isFull(view.held)) return false;
    try {
      reading.read((held) => {
        if (fill(held, filling, { most: FILLED, segment: Infinity }) < FILLED) view.filling = undefined;
      }, SLICE);
    } catch (error) {
      trouble = error;
    }
    return view.filling !== undefined;
  }

  /** Whether nothing was written, and nothing is left to do: it is mostly so, and costs next to nothing to know. */
  function isIdle(): boolean {
    const view = reading.view();
    if (!view || view.behind || view.filling || trouble !== undefined) return false;
    if (performance.now() - followedAt >= RARELY) return false;
    try {
      return view.look() === view.version;
    } catch {
      return false; // whoever goes on finds out what is wrong, and says it
    }
  }

  /** Takes in some of what was written; whether there is more that can be taken in. */
  function goOn(): boolean {
    followedAt = performance.now();
    const before = reading.view();
    if (before && trouble === undefined && !reading.isExchanged() && segments.stride(before)) return false;
    follow(SLICE);
    const filling = goOnFilling();
    const view = reading.view();
    if (view) segments.look(view.held);
    return trouble === undefined && (filling || (view !== undefined && view.behind && !isFull(view.held)));
  }

  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;
  /** Where more waits, it goes on as soon as what was asked meanwhile is answered. */
  function followOn(): void {
    const idle = isIdle();
    const more = !idle && goOn();
    if (!reading.view()?.behind) quietAt = performance.now();
    if (more) soon = setImmediate(followOn);
    else timer = setTimeout(followOn, idle ? IDLE_EVERY : EVERY);
  }
  follow(Infinity);
  timer = setTimeout(followOn, EVERY);

  return {
    trouble: () => trouble,
    late: () => performance.now() - quietAt,
    close() {
      clearTimeout(timer);
      clearImmediate(soon);
    },
  };
}
