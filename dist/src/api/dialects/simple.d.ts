import type { SearchQuery } from "../../index/query.ts";
import { type Where } from "./lucene/value.ts";
/**
 * The query language for search boxes, which has no mistakes: what means nothing where it stands is left out
 * (https://lucene.apache.org/core/10_0_0/queryparser/, SimpleQueryParser).
 *
 *     sequence = part { [ "+" | "|" ] part }      all of, any of; without a sign as the default operator says; from the left
 *     part     = { "-" } ( "(" sequence ")" | phrase | word )
 *     phrase   = '"' … '"' [ "~" [ number ] ]
 *     word     = anything up to a space or a sign [ "*" | "~" [ number ] ]
 *
 * `\` makes a sign literal. `-` is anything but this, so `a -b` with the default operator "or" is a, or whatever is not b.
 */
type Simple = Where & {
    readonly all: boolean;
    readonly atLeast: ((count: number) => number) | undefined;
};
/**
 * What a text of this language means; one that asks for nothing finds nothing.
 *
 * @throws SearchlightError `bad-request` beyond a limit
 */
export declare function parseSimple(text: string, at: string, simple: Simple): SearchQuery;
export {};
