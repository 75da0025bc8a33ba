import { z } from "zod";
import { type Clause } from "./clause.ts";
export declare const matchAll: Clause;
export declare const matchNone: Clause;
/** A query inside a clause; it is read, with its own place, by whoever reads queries. */
export declare const inner: z.ZodRecord<z.ZodString, z.ZodUnknown>;
/** All of `must` and `filter`, none of `must_not`, and of `should` as many as asked for: one at least, where nothing else is asked. */
export declare const bool: Clause;
/** What matches counts the same, whatever matched. */
export declare const constantScore: Clause;
