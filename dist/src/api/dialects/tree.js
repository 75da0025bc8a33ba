export const ALL = { kind: "all" };
export const NONE = { kind: "none" };
/** All of these; of none, everything. */
export const and = (of) => of.length === 0 ? ALL : of.length === 1 ? of[0] : { kind: "and", of };
/** At least so many of these; a score that none is needed for still counts. */
export const or = (of, atLeast = 1) => of.length < atLeast ? NONE : of.length === 1 && atLeast === 1 ? of[0] : { kind: "or", of, atLeast };
export const not = (of) => ({ kind: "not", of });
/** Counts this much more; 1 changes nothing. */
export const boosted = (of, by) => by === undefined || by === 1 ? of : { kind: "boost", of, by };
