/** How many times the short form the long one is: `ISOLATION_TIMES`, which `npm run test:isolation` sets. */
const times = Number(process.env["ISOLATION_TIMES"] ?? 1);

/** How many to generate, of this many in the short form. */
export const amount = (short: number): number => Math.max(1, Math.round(short * times));

/** What everything is generated from: `ISOLATION_SEED`, to see again what was seen; else new each time. */
export const seed = Number(process.env["ISOLATION_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Whether the first difference found is enough, however large the worlds that show it (`ISOLATION_FIRST`). */
export const endOnFailure = process.env["ISOLATION_FIRST"] === "true";
