import type { Resource } from "./resource.ts";
/**
 * The join of two states of one resource. **Invariant:** commutative, associative and idempotent, so that any order, any
 * repeats and any split over workers end in the same state. Keys come out sorted: equal states are equal texts.
 */
export declare function merge(a: Resource, b: Resource): Resource;
