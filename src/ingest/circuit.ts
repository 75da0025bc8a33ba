/** How many tries in a row must fail before it is no passing trouble any more. */
const FAILURES = 3;

/**
 * Whether the ingest gets on. It opens when tries fail one after another, and closes with the first that succeeds; while
 * it is open `trouble` says why nothing moves. Tries go on all the same: they are how it closes.
 */
export type Circuit = {
  readonly failed: (reason: string, tries: number) => void;
  readonly succeeded: () => void;
  readonly trouble: () => string | undefined;
};

export function createCircuit(): Circuit {
  let trouble: string | undefined;
  return {
    failed: (reason, tries) => {
      if (tries >= FAILURES) trouble = reason;
    },
    succeeded: () => void (trouble = undefined),
    trouble: () => trouble,
  };
}
