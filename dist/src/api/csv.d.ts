import type { Json } from "../index/json.ts";
/**
 * A value as a cell: lists and maps as JSON, nothing for null. A text that a spreadsheet would run as a formula begins with
 * an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay as they are.
 */
export declare function csvCell(value: Json | undefined): string;
/** One line of CSV, ended as RFC 4180 says. */
export declare const csvLine: (values: readonly (Json | undefined)[]) => string;
