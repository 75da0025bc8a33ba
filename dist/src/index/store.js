/** The reason of an answer that ran out of time, and holds what was found until then. */
export const LATE = "the index did not answer in time";
