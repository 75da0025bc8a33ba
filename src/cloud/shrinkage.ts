import type { Repair } from "../index/reconcile.ts";

/** All of a group may be gone while it is no more than these: a policy or a filter gone wrong looks like it. */
const HANDFUL = 5;

/** Of a group, this many may be gone, or this share if that is more. */
const FEW = 20;
const SHARE = 0.3;

type Group = { held: number; readonly gone: Repair[] };

/**
 * What is to be removed, by groups: a listing that was told to one group of owners may have gone wrong for it alone.
 *
 * - `hold`: the index has one of the group. `miss`: and it is gone from the service.
 * - `believed`: the removals of groups that did not shrink suspiciously; `doubted` are the others.
 */
export type Shrinkage = {
  readonly hold: (group: string) => void;
  readonly miss: (group: string, repair: Repair) => void;
  readonly sorted: () => { readonly believed: readonly Repair[]; readonly doubted: readonly Repair[] };
};

const suspicious = ({ held, gone }: Group): boolean =>
  gone.length > HANDFUL && (gone.length === held || gone.length > Math.max(FEW, held * SHARE));

/** Weighs removals: more than 5 that are all of a group, or more than 20 and 30 % of it, are doubted. */
export function shrinkage(): Shrinkage {
  const groups = new Map<string, Group>();
  const of = (name: string): Group => {
    const group = groups.get(name) ?? { held: 0, gone: [] };
    groups.set(name, group);
    return group;
  };
  return {
    hold: (name) => void of(name).held++,
    miss: (name, repair) => void of(name).gone.push(repair),
    sorted: () => {
      const { true: doubted = [], false: believed = [] } = Object.groupBy(groups.values(), (group) =>
        suspicious(group) ? "true" : "false",
      );
      const repairs = (of: readonly Group[]): Repair[] => of.flatMap(({ gone }) => gone);
      return { believed: repairs(believed), doubted: repairs(doubted) };
    },
  };
}
