/**
 * Whether what this process is told of is mostly new to the cluster, by what it met lately. **Invariant:** it decides only what
 * is tried first, to write as new or to look what is there; what is written in the end is the same.
 */
export type Newness = {
  readonly likely: () => boolean;
  /** So many resources were written or looked for, so many of them were there. */
  readonly met: (all: number, there: number) => void;
};

/** About so many resources are remembered. */
const LATELY = 2000;

/** What is there costs two requests where it was taken for new; what is new costs two where it was looked for. */
const FEW = 0.1;

/** Nothing was met yet: then it is looked first. */
export function newness(): Newness {
  let share = 1;
  return {
    likely: () => share < FEW,
    met(all, there) {
      if (all > 0) share += (there / all - share) * Math.min(1, all / LATELY);
    },
  };
}
