import { z } from "zod";
import type { BucketOrder } from "../../../index/aggregations/options.ts";

const direction = z.enum(["asc", "desc"]);
/** The order of buckets, as Elasticsearch has it: by one thing alone. */
export const order = z
  .strictObject({ _count: direction.optional(), _key: direction.optional() })
  .refine((given) => Object.keys(given).length === 1, { error: 'must be {"_count": …} or {"_key": …}' });

/** What it means. */
export function orderOf(given: z.output<typeof order>): BucketOrder {
  const [[name, direction]] = Object.entries(given) as [[string, "asc" | "desc"]];
  return { by: name === "_count" ? "count" : "key", direction };
}
