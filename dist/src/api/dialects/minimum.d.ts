import { z } from "zod";
/** How many of several must match, as Elasticsearch's clauses say it. */
export declare const minimum: z.ZodUnion<readonly [z.ZodInt, z.ZodString]>;
/**
 * How many of `count` parts must match. `2<75% 9<-3` says: of up to two all, of up to nine three quarters, of more all but
 * three (https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-minimum-should-match).
 *
 * @throws SearchlightError `bad-request` for what is none of these
 */
export declare function minimumOf(given: z.output<typeof minimum>, count: number, at: string): number;
