import type { TermsAggregation, TermsAnswer } from "../query.ts";
import { type Context } from "./context.ts";
import { type Asking } from "./probe.ts";
/** Counts documents by value. */
export declare function termsAnswer(asked: TermsAggregation, outer: Context): Asking<TermsAnswer>;
