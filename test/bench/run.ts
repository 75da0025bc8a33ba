import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { startElasticsearch } from "../peers/elasticsearch.ts";
import { startKafka } from "../peers/kafka.ts";
import { benchIngest } from "./ingest.ts";
import { benchSearch } from "./search.ts";

const definitions = new URL("../../plugins/all.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "searchlight-bench-"));
const embedded = () => embeddedStore({ directory: mkdtempSync(join(folder, "data-")), definitions });

console.log(
  `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
);
const kafka = await startKafka();
const elasticsearch = await startElasticsearch();
if ("absent" in kafka || "absent" in elasticsearch)
  throw new Error(
    "the benchmark needs a real Kafka and a real Elasticsearch: have Java and Maven, or a container engine",
  );
try {
  await benchIngest(kafka.address.split(","), elasticsearch.address, embedded);
  await benchSearch([
    ["embedded", embedded],
    [
      "Elasticsearch",
      () => elasticsearchStore({ catalog: catalogOf(plugins), node: elasticsearch.address, prefix: "bench-search" }),
    ],
  ]);
} finally {
  await kafka.stop();
  await elasticsearch.stop();
  rmSync(folder, { recursive: true, force: true });
}
