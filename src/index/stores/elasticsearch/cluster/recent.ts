import type { Resource } from "../../../resource.ts";
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

type States = Map<string, Kept>;

/**
 * Nothing was written yet. `most`: how many characters are kept at least half of, and never more. In two parts, of which the older
 * goes at once: to look for the oldest of so many each time took longer than all the rest of it.
 */
export function recent(most = MOST, now: () => number = () => performance.now()): Recent {
  let [young, old]: [States, States] = [new Map(), new Map()];
  let characters = 0;

  const forget = (address: Address): void => {
    const key = keyOf(address);
    young.delete(key);
    old.delete(key);
  };
  return {
    recall(address) {
      const key = keyOf(address);
      const kept = young.get(key) ?? old.get(key);
      if (!kept || kept.until < now()) return undefined;
      const state = JSON.parse(kept.written.text) as Resource;
      return { index: kept.index, current: { ...kept.written, state }, recalled: true };
    },
    keep(address, index, written) {
      const { length } = written.text;
      if (length > most / 2) return forget(address);
      if (characters + length > most / 2) {
        [young, old] = [new Map(), young];
        characters = 0;
      }
      characters += length;
      young.set(keyOf(address), { index, written, until: now() + RECENT });
    },
    forget,
  };
}
