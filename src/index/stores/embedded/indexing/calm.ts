/** What was written lately is counted by spans of so many milliseconds. */
const SPAN = 5000;

/** Whether little is written: what is dear and can wait waits for that. */
export type Calm = {
  /** So many changes were written. */
  readonly written: (changes: number) => void;
  /** Whether fewer than `few` were, in this span and the one before. Not known before the first is over. */
  readonly now: () => boolean;
};

/** Counts from now on; `clock` is in milliseconds and only goes forward. */
export function calmBelow(few: number, clock: () => number = () => performance.now()): Calm {
  let [began, before, lately] = [clock(), Infinity, 0];
  function turn(): void {
    const spans = Math.floor((clock() - began) / SPAN);
    if (spans === 0) return;
    before = spans === 1 ? lately : 0;
    lately = 0;
    began += spans * SPAN;
  }
  return {
    written(changes) {
      turn();
      lately += changes;
    },
    now() {
      turn();
      return before + lately < few;
    },
  };
}
