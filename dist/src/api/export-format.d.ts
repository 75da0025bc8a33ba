import { type Catalog } from "../index/catalog.ts";
import type { Hit } from "../index/hit.ts";
import type { Asked } from "./dialects/request.ts";
import type { Limits } from "./limits.ts";
/** How an export is written: its media type, what stands above the resources, and a line for each. */
export type ExportFormat = {
    readonly type: string;
    readonly head: string;
    readonly line: (hit: Hit, cursor: string | undefined) => string;
};
/** A JSON object on each line. */
export declare const ndjsonOf: ({ pick }: Asked) => ExportFormat;
/**
 * CSV (RFC 4180): a column for each field named in `_source`, else for each that the caller may see in the types asked for.
 * What goes on behind a cursor has no head, so that it can be put below what there is.
 *
 * @throws SearchlightError `unknown-field` for a column that no type has, or none for this caller
 */
export declare function csvOf(source: unknown, { asked, wanted }: {
    readonly asked: Asked;
    readonly wanted: boolean;
}, catalog: Catalog, limits: Limits): ExportFormat;
