import type { Flaw } from "../../index/flaw.ts";
/** What is wrong with the form of a listing. */
export declare function listingFlaws(list: unknown): Flaw[];
