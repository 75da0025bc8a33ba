import type { Bucket, TermsAnswer } from "../index/query.ts";
import type { FieldKind } from "../index/schema.ts";
import { type Value } from "../index/values.ts";
/** A value as clients of Elasticsearch know it: times in milliseconds since 1970, versions as written. */
export declare const shown: (value: Value | null, kind: FieldKind | undefined) => Value | null;
type ShownBucket = {
    key: Value | null;
    key_as_string?: string;
    doc_count: number;
};
/** A count by values, as Elasticsearch's `terms` aggregation is answered. Counts are exact. */
export declare const termsShown: ({ buckets, others }: TermsAnswer, kind: FieldKind) => {
    doc_count_error_upper_bound: 0;
    sum_other_doc_count: number;
    buckets: ShownBucket[];
};
/** A count by values, as facets tell it: times as text. */
export declare const optionShown: ({ key, count }: Bucket, kind: FieldKind) => {
    key: Value | null;
    doc_count: number;
};
export {};
