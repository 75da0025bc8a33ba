import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { startCrew, type Crew } from "./crew.ts";
import type { Ground } from "./ground.ts";
import type { Way } from "./storm.ts";
import { catalog } from "./truth.ts";

const definitions = new URL("../../plugins/all.ts", import.meta.url);

/** Three workers on Elasticsearch, by a way that breaks; one on an embedded index, which has one writer. */
export function crewsOf(t: TestContext, { broker, cluster }: Ground, way: Way, topic: string): Crew[] {
  const data = mkdtempSync(join(tmpdir(), "searchlight-faults-"));
  const settings = {
    KAFKA_BROKERS: broker.address,
    KAFKA_TOPICS: topic,
    KAFKA_SESSION_SECONDS: "6",
  };
  const many = {
    ...settings,
    SEARCHLIGHT_STORE: "elasticsearch",
    ELASTICSEARCH_URL: way.url,
    ELASTICSEARCH_INDEX_PREFIX: topic,
    ELASTICSEARCH_SHARDS: "2",
  };
  const one = { ...settings, SEARCHLIGHT_STORE: "embedded", SEARCHLIGHT_DATA: data };
  const onCluster = () => elasticsearchStore({ catalog, node: cluster, prefix: topic, shards: 2 });
  const inData = () => embeddedStore({ directory: data, definitions });
  const crews = [
    startCrew({ name: "Elasticsearch", groupId: `${topic}-many`, open: onCluster }, 3, many),
    startCrew({ name: "embedded", groupId: `${topic}-one`, open: inData }, 1, one),
  ];
  t.after(() => {
    for (const { workers } of crews) for (const worker of workers) worker.end();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });
  return crews;
}
