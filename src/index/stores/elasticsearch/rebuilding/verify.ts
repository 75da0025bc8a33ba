import { SearchlightError } from "../../../../errors.ts";
import { canonical } from "../../../json.ts";
import type { Query } from "../documents/clause.ts";
import type { Copy } from "./copy.ts";
import { countIn } from "../walking/count.ts";
import { look } from "../cluster/current.ts";
import { calling } from "../cluster/failure.ts";
import { madeOtherwise } from "../walking/outdated.ts";

/** Resources whose states are compared: so many that were written last, and so many by chance. */
const SAMPLES = 100;

const EXISTING: Query = { term: { exists: true } };

const differs = (what: string): SearchlightError =>
  new SearchlightError("internal", `The new generation is not what the old one is, so nothing was switched: ${what}`);

async function compareCounts(copy: Copy): Promise<void> {
  const { cluster, from, to, definition } = copy;
  const count = (index: string, query: Query): Promise<number> => countIn(cluster.client, index, query);
  const [had, has] = [await count(from, EXISTING), await count(to, EXISTING)];
  if (had !== has) throw differs(`${had} resources exist in ${from}, ${has} in ${to}`);
  const [states, copies] = [await count(from, { match_all: {} }), await count(to, { match_all: {} })];
  if (copies < states) throw differs(`${from} has ${states} states, ${to} ${copies}`);
  const other = await count(to, madeOtherwise(definition));
  if (other > 0) throw differs(`${other} documents in ${to} were made by another definition`);
}

/** Ids written last, and ids from a page that begins anywhere: `_id` cannot be sorted by, an `id` can. */
async function sampled({ cluster: { client }, from }: Copy): Promise<string[]> {
  const request = { index: from, size: SAMPLES, _source: false, track_total_hits: false } as const;
  const query = { range: { id: { gte: Math.random().toString(16).slice(2) } } };
  const last = await calling(() => client.search({ ...request, sort: [{ _seq_no: "desc" }] }));
  const some = await calling(() => client.search({ ...request, query, sort: [{ id: "asc" }] }));
  return [...new Set([...last.hits.hits, ...some.hits.hits].map(({ _id }) => _id!))];
}

async function compareSamples(copy: Copy): Promise<void> {
  const { cluster, from, to } = copy;
  const ids = await sampled(copy);
  const [olds, news] = await Promise.all(
    [from, to].map((index) =>
      look(
        cluster.client,
        ids.map((id) => ({ index, id })),
      ),
    ),
  );
  for (const [i, id] of ids.entries()) {
    const [old, made] = [olds![i]!.current, news![i]!.current];
    if (!old || !made || canonical(old.state) !== canonical(made.state)) throw differs(`${id} has another state`);
  }
}

/** Compares a generation that nobody writes to with its copy. @throws SearchlightError `internal` when they differ */
export async function verify(copy: Copy): Promise<void> {
  await calling(() => copy.cluster.client.indices.refresh({ index: [copy.from, copy.to] }));
  await compareCounts(copy);
  await compareSamples(copy);
}
