import type { Bucket, TermsAnswer } from "../index/aggregations/counted.ts";
import type { FieldKind } from "../index/schema.ts";
import { timeText } from "./time-text.ts";
import { textOf, type Value } from "../index/values.ts";

/** A value as clients of Elasticsearch know it: times in milliseconds since 1970, versions and addresses as written. */
export const shown = (value: Value | null, kind: FieldKind | undefined): Value | null =>
  kind === "date" && typeof value === "number"
    ? Math.floor(value / 1000)
    : typeof value === "string"
      ? textOf(kind, value)
      : value;

type ShownBucket = { key: Value | null; key_as_string?: string; doc_count: number };

function bucket({ key, count }: Bucket, kind: FieldKind, format: string | undefined): ShownBucket {
  if (kind === "boolean") return { key: key === "true" ? 1 : 0, key_as_string: String(key), doc_count: count };
  if (kind === "date")
    return { key: shown(key, kind), key_as_string: timeText(Number(key), "UTC", format), doc_count: count };
  return { key: shown(key, kind), doc_count: count };
}

/** A count by values, as Elasticsearch's `terms` aggregation is answered; times in a format. Counts are exact. */
export const termsShown = ({ buckets, others }: TermsAnswer, kind: FieldKind, format?: string) => ({
  doc_count_error_upper_bound: 0 as const,
  sum_other_doc_count: others,
  buckets: buckets.map((one) => bucket(one, kind, format)),
});

/** A count by values, as facets tell it: times as text. */
export const optionShown = ({ key, count }: Bucket, kind: FieldKind): { key: Value | null; doc_count: number } => ({
  key: kind === "date" ? timeText(Number(key)) : shown(key, kind),
  doc_count: count,
});
