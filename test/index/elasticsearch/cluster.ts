import { after } from "node:test";
import { Client } from "@elastic/elasticsearch";
import { elasticsearchStore, type ElasticsearchOptions } from "../../../src/index/stores/elasticsearch/store.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { elasticsearchUrl, NO_ELASTICSEARCH } from "../../peers/elasticsearch.ts";
import { catalog } from "../worlds.ts";

const url = elasticsearchUrl();

/** Why tests that need a cluster are skipped; false when there is one. */
export const absent: string | false = url === undefined && NO_ELASTICSEARCH;

/** The cluster's URL; only where it is not absent. */
export const node = url ?? "";

const clients: Client[] = [];
const prefixes: string[] = [];

/** A client of the tests' own, to look behind the store. */
export function client(): Client {
  const [known] = clients;
  if (known) return known;
  const made = new Client({ node });
  clients.push(made);
  return made;
}

/** A prefix that no other test has; its indices are gone when the file's tests are over. */
export function ownPrefix(): string {
  const prefix = `test-${process.pid}-${prefixes.length}`;
  prefixes.push(prefix);
  return prefix;
}

/** Opens a store of the contract's types. Its indices are its own unless a prefix is given. */
export const open = (options: Partial<ElasticsearchOptions> = {}): Promise<IndexStore> =>
  elasticsearchStore({ catalog, node, prefix: options.prefix ?? ownPrefix(), ...options });

/** Deletes every document below a prefix: faster than new indices. */
export async function empty(prefix: string): Promise<void> {
  const index = `${prefix}-all`;
  await client().indices.refresh({ index });
  const { hits } = await client().search({ index, size: 10_000, _source: false });
  const operations = hits.hits.map(({ _index, _id }) => ({ delete: { _index, _id: _id! } }));
  if (operations.length > 0) await client().bulk({ operations, refresh: true });
}

after(async () => {
  if (absent) return;
  for (const prefix of prefixes) {
    const indices = Object.keys(await client().indices.get({ index: `${prefix}-*`, allow_no_indices: true }));
    if (indices.length > 0) await client().indices.delete({ index: indices });
  }
  await Promise.all(clients.map((each) => each.close()));
});
