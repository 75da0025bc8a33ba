import type { Value } from "../../values.ts";
/**
 * A number that orders texts as their first characters do, so that most are sorted without looking at them again. It
 * never contradicts the order of the values; where two are equal, the values decide.
 */
export declare function leading(value: Value): number;
