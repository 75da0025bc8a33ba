import { SearchlightError } from "../errors.ts";

/**
 * A type of which the index holds what another definition made, or another version. `resources`: how many. `says`: what that
 * means for those who search, and what to do.
 */
export type Outdated = { readonly type: string; readonly resources: number; readonly says: string };

/** How far a rebuild is: so many of so many resources of a type are in the new generation. */
export type Progress = { readonly type: string; readonly done: number; readonly of: number };

/** What a rebuild did: how many resources there are, how many states it went through, and what that comes to. */
export type Rebuilt = {
  readonly type: string;
  readonly resources: number;
  readonly copied: number;
  readonly seconds: number;
  readonly says: string;
};

export type Telling = { readonly tell: (progress: Progress) => void; readonly signal: AbortSignal };

/**
 * What makes an index anew while it is searched and written to. **Invariants:** what is searched is whole at every moment; a
 * generation takes the place of another only once it has all of its resources; ended at any moment, it can be run again.
 */
export interface Rebuilder {
  /** What should be made anew; of the types named, or of all. */
  outdated(types?: readonly string[]): Promise<readonly Outdated[]>;
  /** Makes a generation of these types by the definitions of now, and has it searched instead of the one before. */
  rebuild(types: readonly string[], telling: Telling): Promise<readonly Rebuilt[]>;
  /** Goes back to the generation before, brought up to date; of all types that have one where none is named. @throws SearchlightError `bad-request` when none is kept that these definitions made */
  rollback(types: readonly string[], telling: Telling): Promise<readonly Rebuilt[]>;
  /** Deletes every generation that is not searched, of all types where none is named; resolves to their names. */
  finish(types: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A generation of a type's index. `layout`: see `layoutOf`; undefined where nobody noted it. `current`: it is searched. */
export type Generation = { readonly number: number; readonly layout: string | undefined; readonly current: boolean };

/** From which generation to which; whether that one is there already, and which ones are of no use to anybody. */
export type Plan = {
  readonly from: number;
  readonly to: number;
  readonly begun: boolean;
  readonly remove: readonly number[];
};

const currentOf = (generations: readonly Generation[]): Generation => {
  const current = generations.find(({ current }) => current);
  if (!current)
    throw new SearchlightError("store-unavailable", "no generation of the index is searched: start the service once");
  return current;
};

/**
 * What a rebuild has to do. One that was interrupted goes on with what it made; what another definition left unfinished is
 * removed. What came before the current one is kept.
 */
export function planRebuild(generations: readonly Generation[], layout: string): Plan {
  const from = currentOf(generations).number;
  const later = generations.filter(({ number }) => number > from);
  const begun = later.find((one) => one.layout === layout);
  const last = Math.max(...generations.map(({ number }) => number));
  return {
    from,
    to: begun?.number ?? last + 1,
    begun: begun !== undefined,
    remove: later.filter((one) => one !== begun).map(({ number }) => number),
  };
}

/** The way back to the generation before. Where nobody noted what made it, it is believed to fit. */
export function planRollback(generations: readonly Generation[], layout: string): Plan {
  const from = currentOf(generations).number;
  const to = generations.filter(({ number }) => number < from).toSorted((a, b) => b.number - a.number)[0];
  if (!to) throw new SearchlightError("bad-request", "there is no generation before the one that is searched");
  if (to.layout !== undefined && to.layout !== layout) {
    const message =
      "the generation before was made by other plugins or another version: go back to those, and run this with them";
    throw new SearchlightError("bad-request", message);
  }
  return { from, to: to.number, begun: true, remove: [] };
}

/** The generations that nobody searches. */
export const leftovers = (generations: readonly Generation[]): readonly number[] =>
  currentOf(generations) && generations.filter(({ current }) => !current).map(({ number }) => number);
