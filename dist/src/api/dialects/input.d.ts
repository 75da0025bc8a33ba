import { z } from "zod";
import { SearchlightError } from "../../errors.ts";
/** A place in the caller's input, written as they would: `query.bool.must[0].term`. */
export declare const below: (at: string, key: string | number) => string;
/** A malformed input, and where. */
export declare const badRequest: (at: string, message: string) => SearchlightError;
/** Something that Elasticsearch knows and this service does not take, and where. */
export declare const unsupported: (at: string, message: string) => SearchlightError;
/**
 * What this schema makes of a value.
 *
 * @throws SearchlightError `bad-request` naming the first thing wrong and its place
 */
export declare function parsed<T extends z.ZodType>(schema: T, value: unknown, at: string): z.output<T>;
/** The value as an object with exactly one key: how the DSL writes clauses and fields. */
export declare function onlyEntry(value: unknown, at: string, what: string): [key: string, value: unknown];
