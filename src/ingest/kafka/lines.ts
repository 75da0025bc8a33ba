/** A partition, and the offset behind a part of it. */
export type Behind = { readonly topic: string; readonly partition: number; readonly next: string };

/**
 * The parts that are on their way, a line for each partition, in the order of their offsets. They are done in any order; what may be
 * committed is the offset behind the first ones that all are, so that no commit skips what is not done.
 */
export type Lines = {
  /** A part joins the end of its line. Returned is what says that it is done. */
  readonly put: (part: Behind) => () => void;
  /** How many parts of the same partition are on their way. */
  readonly before: (part: Behind) => number;
  /** What is to be committed, each once: nothing where no more is done than when it was last asked for. */
  readonly due: () => Behind[];
};

type Waiting = { readonly part: Behind; done: boolean };

export const createLines = (): Lines => {
  const lines = new Map<string, Waiting[]>();
  const due = new Map<string, Behind>();
  const nameOf = ({ topic, partition }: Behind): string => `${topic}/${partition}`;
  return {
    put: ({ topic, partition, next }) => {
      const waiting: Waiting = { part: { topic, partition, next }, done: false };
      const name = nameOf(waiting.part);
      const line = lines.get(name) ?? [];
      lines.set(name, line);
      line.push(waiting);
      return () => {
        waiting.done = true;
        while (line[0]?.done === true) due.set(name, line.shift()!.part);
      };
    },
    before: (part) => lines.get(nameOf(part))?.length ?? 0,
    due: () => {
      const all = [...due.values()];
      due.clear();
      return all;
    },
  };
};
