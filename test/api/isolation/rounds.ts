/** What the first round is generated from: `ISOLATION_SEED`, to see again what was seen; else new each time. */
const first = Number(process.env["ISOLATION_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** A round of generated tests: its seed, and what tells its title from those of others. */
export type Round = { readonly seed: number; readonly again: string };

/** One round, or as many as `ISOLATION_ROUNDS` says: `npm run test:isolation` is the long form. */
export const ROUNDS: readonly Round[] = Array.from(
  { length: Number(process.env["ISOLATION_ROUNDS"] ?? 1) },
  (_, i) => ({
    seed: first + i,
    again: i === 0 ? "" : `, again (${i + 1})`,
  }),
);

/** Whether the first difference found is enough, however large the worlds that show it (`ISOLATION_FIRST`). */
export const endOnFailure = process.env["ISOLATION_FIRST"] === "true";
