import type { SomeTarget } from "../../bound.ts";
import { type Bits } from "./bitset.ts";
import type { TypeIndex } from "./type-index.ts";
/** The slots of a domain that have at least so many of a target's words; what `hasSome` says of each entry. */
export declare function slotsWithSome({ views }: TypeIndex, { key, on, words, atLeast }: SomeTarget, domain: Bits): Bits;
