import type { Extent } from "../../aggregations/probe.ts";
import type { Value } from "../../values.ts";
import { type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
/** Adds to `totals` how many of the slots have each value; a value that none of them has is never mentioned. */
export declare function addCounts(totals: Map<Value, number>, column: Column, bits: Bits, slots: Uint32Array): void;
/** An extent that the slots' values are added to. */
export declare function addExtent(extent: Extent, column: Column, bits: Bits, slots: Uint32Array): Extent;
/** Adds to `counts` how many of the slots have a value in each step between edges: a slot counts once a step. */
export declare function addSteps(counts: number[], edges: readonly number[], column: Column, bits: Bits, slots: Uint32Array): void;
