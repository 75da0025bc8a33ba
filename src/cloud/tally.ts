import type { Difference, Repair } from "../index/reconcile.ts";

/** One resource that index and service say otherwise of. See `Repair` for what its fields are. */
export type Finding = Pick<Repair, "fields" | "owner" | "since"> & {
  readonly type: string;
  readonly id: string;
  readonly difference: Exclude<Difference, "none">;
};

/** How many resources differ in one way, and since when the first of them may, in microseconds since 1970. */
type Drift = { readonly count: number; readonly since: number | undefined };

/** Drift by how resources differ. */
export type Drifts = { readonly [difference in Finding["difference"]]: Drift };

export type Tally = {
  readonly add: (repair: Repair) => void;
  readonly drifts: () => Drifts;
};

const NONE: Drift = { count: 0, since: undefined };

/** Counts repairs by what they are for. */
export function tally(): Tally {
  let drifts: Drifts = { missing: NONE, extra: NONE, differing: NONE, older: NONE, unasked: NONE };
  return {
    add({ difference, since }) {
      if (difference === "none") return;
      const { count, since: first = Infinity } = drifts[difference];
      const earliest = Math.min(first, since ?? Infinity);
      drifts = {
        ...drifts,
        [difference]: { count: count + 1, since: earliest === Infinity ? undefined : earliest },
      };
    },
    drifts: () => drifts,
  };
}
