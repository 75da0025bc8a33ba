import type { SearchQuery } from "../../../index/query.ts";
import { type Where } from "./value.ts";
/**
 * `all`: parts without a sign are all asked for. `atLeast`: of the outermost parts without one, how many of so many; else
 * one, where nothing else is asked.
 */
type Options = {
    readonly depth: number;
    readonly all: boolean;
    readonly atLeast: ((count: number) => number) | undefined;
};
/** What a query text means; text that asks for nothing (blank, signs only) finds nothing. */
export declare function parseLucene(text: string, { at, ...options }: Where & Options & {
    readonly at: string;
}): SearchQuery;
export {};
