/**
 * The sum of numbers, each so many times, calculated exactly and rounded once: no order of adding changes it. Infinite where
 * it is beyond all doubles.
 */
export declare function exactSum(counts: Iterable<readonly [value: number, times: number]>): number;
