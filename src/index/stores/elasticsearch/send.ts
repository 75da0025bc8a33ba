import type { Client, estypes } from "@elastic/elasticsearch";
import { LATE } from "../../store.ts";
import type { Catalog } from "../../catalog.ts";
import type { Kept } from "./document.ts";
import { searching } from "./failure.ts";
import { namesOf } from "./names.ts";
import { patiently, READ_PATIENCE } from "./patience.ts";

/** A cluster and what is known of the indices in it that are ours. */
export type Cluster = { readonly client: Client; readonly catalog: Catalog; readonly prefix: string };

export type Answer = estypes.SearchResponse<Kept>;

/** Sends a search to the indices of some types. @throws SearchlightError `bad-request`, `timed-out`, `store-unavailable` */
export type Send = (body: estypes.SearchRequest) => Promise<Answer>;

/** How long shards may take before the rest answers without them. */
const TIMEOUT = "25s";

/** Searches in the indices of these types, of which there is at least one, until the signal aborts. */
export function sender({ client, prefix }: Cluster, types: readonly string[], signal: AbortSignal | undefined): Send {
  const index = [...new Set(types)].map((type) => namesOf(prefix, type).read);
  const options = signal === undefined ? {} : { signal };
  const search = (body: estypes.SearchRequest) => client.search<Kept>({ index, timeout: TIMEOUT, ...body }, options);
  return (body) => patiently(() => searching(() => search(body), signal), READ_PATIENCE);
}

/** Why an answer is not the whole one; nothing when it is. */
export const reasonsOf = ({ timed_out, _shards }: Answer): string[] => [
  ...(timed_out ? [LATE] : []),
  ...(_shards.failed > 0 ? [`${_shards.failed} of ${_shards.total} parts of the index did not answer`] : []),
];
