import type { estypes } from "@elastic/elasticsearch";
import type { Resource } from "../../../resource.ts";
import type { Kept } from "../documents/document.ts";
import { bulk, writeOf, type Write } from "../writing/bulk.ts";
import { calling } from "../cluster/failure.ts";
import { everyAlias, namesOf } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";

export type Hit = estypes.SearchHit<Kept>;

const PAGE = 1000;
/** How long the snapshot that is walked is kept while nobody asks for its next page. */
const KEEP_ALIVE = "10m";

/** Every document of an index, or of one shard of it, that a query matches, page by page, as it was when the walk began. */
export async function* pages(
  { client }: Cluster,
  index: string,
  body: estypes.SearchRequest,
  shard?: number,
): AsyncGenerator<Hit[]> {
  const where = { index, ...(shard !== undefined && { preference: `_shards:${shard}` }) };
  let { id } = await calling(() => client.openPointInTime({ ...where, keep_alive: KEEP_ALIVE }));
  try {
    let after: estypes.SortResults | undefined;
    do {
      const pit = { id, keep_alive: KEEP_ALIVE };
      const search_after = after === undefined ? {} : { search_after: after };
      const request = {
        ...body,
        pit,
        size: PAGE,
        sort: "_shard_doc",
        track_total_hits: false,
        allow_partial_search_results: false,
      };
      const answer = await calling(() => client.search<Kept>({ ...request, ...search_after }));
      id = answer.pit_id ?? id;
      const { hits } = answer.hits;
      after = hits.length === PAGE ? hits.at(-1)?.sort : undefined;
      if (hits.length > 0) yield hits;
    } while (after !== undefined);
  } finally {
    // What cannot be closed now expires by itself.
    await client.closePointInTime({ id }, { ignore: [404] }).catch(() => undefined);
  }
}

/** The states of a type, as they were when the walk began. */
export async function* states(cluster: Cluster, type: string): AsyncGenerator<Resource> {
  const { read } = namesOf(cluster.prefix, type);
  for await (const hits of pages(cluster, read, { _source: ["state"] })) {
    for (const { _source } of hits) yield JSON.parse(_source!.state) as Resource;
  }
}

export const deletion = ({ _index, _id, _seq_no, _primary_term }: Hit): Write =>
  writeOf(JSON.stringify({ delete: { _index, _id, if_seq_no: _seq_no, if_primary_term: _primary_term } }));

/** What does not exist and was last written before then is deleted, unless it was written since. Resolves to how many. */
export async function purge(cluster: Cluster, before: number): Promise<number> {
  const query = { bool: { filter: [{ term: { exists: false } }, { range: { written: { lt: before } } }] } };
  const body = { query, _source: false, seq_no_primary_term: true };
  let purged = 0;
  for await (const hits of pages(cluster, everyAlias(cluster.prefix), body)) {
    const written = await bulk(cluster.client, hits.map(deletion), { requireAlias: false });
    purged += written.filter(({ status }) => status < 300).length;
  }
  return purged;
}
