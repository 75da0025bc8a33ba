import { SearchlightError } from "../../../../errors.ts";
import { joined, UNKNOWN, type Freshness } from "../../../freshness.ts";
import { calling } from "../cluster/failure.ts";
import { freshnessIndex } from "../cluster/names.ts";
import { patiently, READ_PATIENCE } from "../cluster/patience.ts";
import type { Cluster } from "../cluster/cluster.ts";

/** The one document of its index: a `Freshness` as JSON. */
type Document = { readonly told: string };

const ID = "freshness";

type Current = { readonly freshness: Freshness; readonly if_seq_no?: number; readonly if_primary_term?: number };

async function current({ client, prefix }: Cluster): Promise<Current> {
  const asked = { index: freshnessIndex(prefix), id: ID };
  const { found, _source, _seq_no, _primary_term } = await calling(() =>
    client.get<Document>(asked, { ignore: [404] }),
  );
  if (!found || !_source) return { freshness: UNKNOWN };
  return { freshness: JSON.parse(_source.told) as Freshness, if_seq_no: _seq_no!, if_primary_term: _primary_term! };
}

/** What was noted last, by whichever process. */
export const freshness = async (cluster: Cluster): Promise<Freshness> => (await current(cluster)).freshness;

async function join(cluster: Cluster, told: Freshness): Promise<void> {
  const { freshness: known, ...unchanged } = await current(cluster);
  const document: Document = { told: JSON.stringify(joined(known, told)) };
  const where = { index: freshnessIndex(cluster.prefix), id: ID };
  const guard = unchanged.if_seq_no === undefined ? ({ op_type: "create" } as const) : unchanged;
  const answer = await calling(() => cluster.client.index({ ...where, ...guard, document }, { ignore: [409] }));
  if ("error" in answer)
    throw new SearchlightError("store-unavailable", "Another process told its freshness: try again");
}

/** Joins what is told to what is kept, whoever else does so at the same time. */
export const note = (cluster: Cluster, told: Freshness): Promise<void> =>
  patiently(() => join(cluster, told), READ_PATIENCE);
