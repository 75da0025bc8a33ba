import type { Scope } from "../../scope.ts";
import { type Bits } from "./bitset.ts";
import { type TypeIndex } from "./type-index.ts";
/**
 * The slots that a caller finds in lists. A search begins here and only ever takes away, so that nothing else enters any
 * of its sums.
 */
export declare function domainOf(index: TypeIndex, scope: Scope): Bits;
