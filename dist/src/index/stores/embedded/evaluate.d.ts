import type { BoundQuery } from "../../bound.ts";
import { type Bits } from "./bitset.ts";
import { type Matches } from "./matches.ts";
import type { TypeIndex } from "./type-index.ts";
/**
 * The slots of a domain that a query matches, with their scores: what `matcher` says of each entry, for all at once.
 * **Invariant:** the result lies within the domain, and no slot outside it was looked at to make it.
 */
export declare function evaluate(query: BoundQuery, index: TypeIndex, domain: Bits): Matches;
