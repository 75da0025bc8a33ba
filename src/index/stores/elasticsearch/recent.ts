import type { Resource } from "../../resource.ts";
import type { Address, Current, Looked } from "./current.ts";

/**
 * What this process wrote lately, as it is there unless somebody else has changed it since: what is told of a resource comes
 * in bursts, and need not be looked for each time. **Invariants:** what is recalled only ever becomes a write that
 * Elasticsearch refuses when something else is there by then, never an answer; nothing is recalled after `RECENT`, so a
 * generation that was left that long ago is written to by nobody.
 */
export type Recent = {
  readonly recall: (address: Address) => Looked | undefined;
  readonly keep: (address: Address, index: string, written: Omit<Current, "state">) => void;
  readonly forget: (address: Address) => void;
};

/** For so long a state is recalled, in milliseconds. */
export const RECENT = 5000;

/** States of so many characters in all are kept. */
const MOST = 32 * 2 ** 20;

type Kept = { readonly index: string; readonly written: Omit<Current, "state">; readonly until: number };

const keyOf = ({ index, id }: Address): string => `${index}/${id}`;

/** Nothing was written yet. `most`: how many characters are kept; the oldest go first. */
export function recent(most = MOST, now: () => number = () => performance.now()): Recent {
  const states = new Map<string, Kept>(); // the oldest first
  let characters = 0;

  function drop(key: string): void {
    characters -= states.get(key)?.written.text.length ?? 0;
    states.delete(key);
  }
  return {
    recall(address) {
      const kept = states.get(keyOf(address));
      if (!kept || kept.until < now()) return undefined;
      const state = JSON.parse(kept.written.text) as Resource;
      return { index: kept.index, current: { ...kept.written, state }, recalled: true };
    },
    keep(address, index, written) {
      const key = keyOf(address);
      drop(key);
      states.set(key, { index, written, until: now() + RECENT });
      characters += written.text.length;
      for (const oldest of states.keys()) {
        if (characters <= most && states.get(oldest)!.until >= now()) break;
        drop(oldest);
      }
    },
    forget: (address) => drop(keyOf(address)),
  };
}
