import type { Client } from "@elastic/elasticsearch";
import type { Query } from "../documents/clause.ts";
import { calling } from "../cluster/failure.ts";

/** How many documents of an index match, exactly; none where there is no index. */
export async function countIn(client: Client, index: string, query: Query): Promise<number> {
  const asked = { index, query, size: 0, track_total_hits: true, ignore_unavailable: true } as const;
  const { hits } = await calling(() => client.search({ ...asked, allow_partial_search_results: false }));
  return typeof hits.total === "object" ? hits.total.value : (hits.total ?? 0);
}
