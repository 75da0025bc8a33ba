import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { lawsOf } from "../../src/kit/laws.ts";
import { samplesIn } from "../../src/kit/samples.ts";
import { elasticsearchUrl, NO_ELASTICSEARCH } from "../peers/elasticsearch.ts";

const folder = mkdtempSync(join(tmpdir(), "searchlight-laws-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const definitions = new URL("../../plugins/all.ts", import.meta.url);
const samples = samplesIn(join(import.meta.dirname, "../samples"));
const catalog = catalogOf(plugins);
const node = elasticsearchUrl();
/** One for all, which are of different types: a cluster takes its time to make indices. */
let cluster: Promise<IndexStore> | undefined;
const shared = async (): Promise<IndexStore> => {
  cluster ??= elasticsearchStore({ catalog, node: node!, prefix: `laws-${process.pid}` });
  return { ...(await cluster), close: async () => {} };
};
after(async () => (await cluster)?.close());

const stores = [
  { name: "embedded", open: () => embeddedStore({ directory: mkdtempSync(join(folder, "data-")), definitions }) },
  { name: "elasticsearch", open: shared },
];

describe("the laws of every plugin", () => {
  for (const plugin of plugins)
    for (const { title, run } of lawsOf(plugin, { samples, stores, runs: 200 }))
      test(title, { skip: title.includes(": elasticsearch,") && node === undefined && NO_ELASTICSEARCH }, run);
});
