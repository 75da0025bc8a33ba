import { Client } from "@elastic/elasticsearch";
import { elasticsearchUrl, NO_ELASTICSEARCH, startElasticsearch } from "../peers/elasticsearch.ts";
import { startKafka } from "../peers/kafka.ts";
import type { Absent, Server } from "../peers/server.ts";
import { restarts } from "./plan.ts";

/** What a run is made on. `cluster` is where Elasticsearch answers, `node` a node that may be ended. */
export type Ground = { readonly broker: Server; readonly cluster: string; readonly node: Server | undefined };

/** A broker of our own, and a cluster. */
export async function ground(): Promise<Ground | Absent> {
  const shared = restarts ? undefined : elasticsearchUrl();
  if (!restarts && shared === undefined) return { absent: NO_ELASTICSEARCH };
  const [broker, node] = await Promise.all([startKafka(), restarts ? startElasticsearch() : undefined]);
  if ("absent" in broker) return broker;
  if (node && "absent" in node) return node;
  return { broker, cluster: node?.address ?? shared!, node };
}

/** Deletes the indices of a run. */
export async function swept(cluster: string, prefix: string): Promise<void> {
  const client = new Client({ node: cluster });
  const indices = Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true }));
  if (indices.length > 0) await client.indices.delete({ index: indices });
  await client.close();
}
