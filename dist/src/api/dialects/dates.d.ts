/** Which side of a range a date stands on: what it leaves out (the time of a day) is filled accordingly. */
export type Side = "gt" | "gte" | "lt" | "lte";
/** True for what is calculated rather than written: `now-10m`, `2026-11-22||+1d`. */
export declare const isDateMaths: (text: string) => boolean;
/**
 * The time that a caller means, as services write it: ISO 8601 in whole or in part, Elasticsearch's date maths
 * (https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#date-math) or milliseconds since 1970.
 * `now` is in milliseconds. Undefined for anything else.
 */
export declare function dateOf(value: string | number, side: Side, now: number): string | undefined;
