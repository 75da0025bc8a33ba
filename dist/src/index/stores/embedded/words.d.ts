import type { WordsMode } from "../../query.ts";
import { type Bits } from "./bitset.ts";
import type { Column } from "./column.ts";
/** The slots of a domain whose words of this column stand as the mode says; what `hasWords` says of each entry. */
export declare function slotsWithWords(column: Column, words: readonly string[], mode: WordsMode, domain: Bits): Bits;
