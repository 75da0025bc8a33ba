import type { Steps } from "../query.ts";
/**
 * Ascending edges from the step of `min` to the end of that of `max`; undefined when there are more steps than `limit`.
 * Microseconds for times.
 */
export declare function edgesOf(steps: Steps, min: number, max: number, limit: number): number[] | undefined;
