import type { Operation } from "../../../operation.ts";
import type { Outcome } from "../../../store.ts";

/** As many operations as share one commit: a commit waits for the disk, and searches wait for what leads up to it. */
const MOST = 1000;

type Waiting = {
  readonly operations: readonly Operation[];
  readonly outcomes: Outcome[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Calls of `apply` on their way to disk. */
export type Commits = {
  readonly add: (operations: readonly Operation[]) => Promise<readonly Outcome[]>;
  /** Resolves when all that was added is done, well or not. */
  readonly idle: () => Promise<void>;
};

/**
 * Gathers calls into commits: what came while one was being made shares the next, and a large call is several. Between
 * two commits the thread answers what else it was asked. `commit` makes operations durable and findable, or throws, and
 * then nothing of them is.
 */
export function commits(commit: (operations: readonly Operation[]) => readonly Outcome[]): Commits {
  let queue: Waiting[] = [];
  let scheduled = false;
  const onIdle: (() => void)[] = [];

  /** The next operations in line, at most `MOST`, and whose they are. */
  function next(): { of: Waiting; operations: readonly Operation[] }[] {
    const slices: { of: Waiting; operations: readonly Operation[] }[] = [];
    let room = MOST;
    for (const of of queue) {
      const operations = of.operations.slice(of.outcomes.length, of.outcomes.length + room);
      slices.push({ of, operations });
      room -= operations.length;
      if (room === 0) break;
    }
    return slices;
  }

  function commitNext(): void {
    const slices = next();
    try {
      const outcomes = commit(slices.flatMap(({ operations }) => operations));
      let at = 0;
      for (const { of, operations } of slices) of.outcomes.push(...outcomes.slice(at, (at += operations.length)));
    } catch (error) {
      for (const { of } of slices) of.reject(error);
      queue = queue.slice(slices.length);
    }
    while (queue[0] && queue[0].outcomes.length === queue[0].operations.length) {
      const done = queue.shift()!;
      done.resolve(done.outcomes);
    }
    schedule();
  }

  function schedule(): void {
    scheduled = queue.length > 0;
    if (scheduled) setImmediate(commitNext);
    else for (const done of onIdle.splice(0)) done();
  }

  return {
    add: (operations) =>
      new Promise((resolve, reject) => {
        queue.push({ operations, outcomes: [], resolve, reject });
        if (!scheduled) schedule();
      }),
    idle: () =>
      new Promise((resolve) => {
        if (scheduled) onIdle.push(resolve);
        else resolve();
      }),
  };
}
