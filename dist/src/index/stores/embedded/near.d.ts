import { type NearWords } from "../../near.ts";
import { type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
/** The slots of a domain where these words of a column stand near each other; what `hasNear` says of each entry. */
export declare function slotsWithNear(column: Column, { words, slop }: NearWords, domain: Bits): Bits;
