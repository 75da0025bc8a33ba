import type { FieldNames } from "../../index/query.ts";
import { type Context } from "./context.ts";
/** Names that mean all the text there is; `_all` is what it was called before Elasticsearch 6. */
export declare const isAnyField: (name: string) => boolean;
/**
 * The fields to look in; none named means everywhere. `lenient` leaves out fields that do not exist.
 *
 * @throws SearchlightError `unknown-field`
 */
export declare function fieldNames(context: Context, names: readonly string[], at: string, lenient?: boolean): FieldNames;
