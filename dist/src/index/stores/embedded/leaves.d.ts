import type { BoundQuery, PatternTarget, RegexpTarget } from "../../bound.ts";
import type { Value } from "../../values.ts";
import { type Bits } from "./bitset.ts";
import { type Matches } from "./matches.ts";
import type { TypeIndex } from "./type-index.ts";
type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, {
    kind: K;
}>;
/** Slots with any of these values, whole. */
export declare function withTerms({ views }: TypeIndex, key: string, values: readonly Value[], domain: Bits): Bits;
export declare function withinRange({ views }: TypeIndex, { key, numbers, bounds }: Leaf<"range">, domain: Bits): Bits;
export declare function existing({ views }: TypeIndex, key: string, domain: Bits): Bits;
export declare const matchingPattern: (index: TypeIndex, targets: readonly PatternTarget[], domain: Bits) => Matches;
export declare const matchingRegexp: (index: TypeIndex, targets: readonly RegexpTarget[], domain: Bits) => Matches;
export declare const withWords: (index: TypeIndex, { fields, words, mode }: Leaf<"words">, domain: Bits) => Matches;
export declare const withNear: (index: TypeIndex, near: Leaf<"near">, domain: Bits) => Matches;
export declare const withSome: (index: TypeIndex, { targets }: Leaf<"some">, domain: Bits) => Matches;
export {};
