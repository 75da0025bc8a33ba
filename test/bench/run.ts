import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { plugins } from "../../plugins/all.ts";
import { namesOf } from "../../src/index/stores/elasticsearch/cluster/names.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { startElasticsearch } from "../peers/elasticsearch.ts";
import { startKafka } from "../peers/kafka.ts";
import { benchAncestor } from "./ancestor.ts";
import { filledSides } from "./filled.ts";
import { FLAGS } from "./flags.ts";
import { benchFreshness } from "./freshness.ts";
import { benchGrowth } from "./growth.ts";
import { benchIngest } from "./ingest.ts";
import { benchInstead } from "./instead.ts";
import { benchOverhead } from "./overhead.ts";
import { benchScale } from "./scale.ts";
import { benchLoad, benchSearch } from "./search.ts";
import { benchSuggest } from "./suggest.ts";
import { PREFIX } from "./side.ts";

const definitions = new URL("../../plugins/all.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "searchlight-bench-"));
const embedded = () => embeddedStore({ directory: mkdtempSync(join(folder, "data-")), definitions });
const wants = (part: string): boolean => FLAGS.only.includes(part);

/** A real service: the one that a variable names, or one of our own for as long as the benchmark runs. */
async function peer(variable: string, start: typeof startKafka) {
  const given = process.env[variable] ?? "";
  if (given !== "") return { address: given, stop: async () => {} };
  const started = await start();
  if ("absent" in started) throw new Error(`the benchmark needs the real thing: ${started.absent}`);
  return started;
}

console.log(
  `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; ` +
    `load ${loadavg()[0]!.toFixed(1)} at the start`,
);
/** Takes away what the sides left in Elasticsearch. */
async function emptied(node: string): Promise<void> {
  for (const { type } of plugins) await fetch(`${node}/${namesOf(PREFIX, type).first}`, { method: "DELETE" });
}

const takesIn = ["ingest", "scale", "freshness"].some(wants);
const kafka = takesIn ? await peer("KAFKA_BROKERS", startKafka) : undefined;
const alone = !takesIn && !FLAGS.stores.includes("elasticsearch");
const elasticsearch = alone ? undefined : await peer("ELASTICSEARCH_URL", startElasticsearch);
try {
  const brokers = kafka?.address.split(",") ?? [];
  const node = elasticsearch?.address ?? "";
  if (wants("ingest")) await benchIngest(brokers, node, embedded);
  if (wants("scale")) await benchScale(brokers, node, folder);
  if (wants("freshness")) await benchFreshness(brokers, node, folder);
  if (wants("growth")) await benchGrowth(folder, node, () => emptied(node));
  if (["search", "overhead", "fts5", "ancestor"].some(wants)) {
    const sides = await filledSides(folder, node);
    if (wants("search")) {
      await benchSearch(sides);
      await benchSuggest(sides);
      await benchLoad(sides);
    }
    const behind = sides.find(({ name }) => name === "elasticsearch");
    if (wants("overhead") && behind) await benchOverhead(node, behind);
    const own = sides.find(({ name }) => name === "embedded");
    if (wants("fts5") && own) await benchInstead(own, folder);
    if (wants("ancestor") && own) await benchAncestor(own);
    for (const side of sides) await side.stop();
    if (behind) await emptied(node);
  }
} finally {
  await kafka?.stop();
  await elasticsearch?.stop();
  rmSync(folder, { recursive: true, force: true });
}
