import type { estypes } from "@elastic/elasticsearch";
import { LATE } from "../../../store.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Kept } from "../documents/document.ts";
import { searching } from "../cluster/failure.ts";
import { namesOf } from "../cluster/names.ts";
import { patiently, READ_PATIENCE } from "../cluster/patience.ts";

export type Answer = estypes.SearchResponse<Kept>;

/** Sends a search to the indices of some types. @throws SearchlightError `bad-request`, `timed-out`, `store-unavailable` */
export type Send = (body: estypes.SearchRequest) => Promise<Answer>;

/** The part of a budget after which shards answer with what they have: the rest of it is for that answer to come back. */
const SHARE = 5 / 6;

/** Searches in the indices of these types, of which there is at least one, until the signal aborts. */
export function sender(
  { client, prefix, budget }: Cluster,
  types: readonly string[],
  signal: AbortSignal | undefined,
): Send {
  const end = performance.now() + budget * SHARE;
  const index = [...new Set(types)].map((type) => namesOf(prefix, type).read);
  const options = { requestTimeout: budget, ...(signal !== undefined && { signal }) };
  const left = (): string => `${Math.max(1, Math.floor(end - performance.now()))}ms`;
  const search = (body: estypes.SearchRequest) => client.search<Kept>({ index, timeout: left(), ...body }, options);
  return (body) => patiently(() => searching(() => search(body), signal), READ_PATIENCE);
}

/** Why an answer is not the whole one; nothing when it is. */
export const reasonsOf = ({ timed_out, _shards }: Answer): string[] => [
  ...(timed_out ? [LATE] : []),
  ...(_shards.failed > 0 ? [`${_shards.failed} of ${_shards.total} parts of the index did not answer`] : []),
];
