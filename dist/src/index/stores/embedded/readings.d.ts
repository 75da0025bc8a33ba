import type { Probe, Reading } from "../../aggregations/probe.ts";
import type { Scope } from "../../scope.ts";
import { type Bits } from "./bitset.ts";
import type { TypeIndex } from "./type-index.ts";
/** The slots of one type that matched. */
type Part = {
    readonly index: TypeIndex;
    readonly bits: Bits;
    readonly slots: Uint32Array;
};
/** Reads what matched, for one caller. */
export declare function readingsOf(matched: readonly Part[], scope: Scope): (probe: Probe) => Reading;
export {};
