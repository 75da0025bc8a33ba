import { Client } from "@elastic/elasticsearch";
import type { IndexStore } from "../../src/index/store.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";

import { elasticsearchUrl, NO_ELASTICSEARCH } from "../peers/elasticsearch.ts";
import { storeContract } from "./store-contract.ts";
import { catalog } from "./worlds.ts";

const node = elasticsearchUrl();
let opened = 0;

/** A store on indices of its own, which are gone when it is closed. */
async function open(): Promise<IndexStore> {
  const prefix = `contract-${process.pid}-${opened++}`;
  const store = await elasticsearchStore({ catalog, node: node!, prefix });
  const drop = async (): Promise<void> => {
    const client = new Client({ node: node! });
    const indices = Object.keys(await client.indices.getAlias({ name: `${prefix}-all` }));
    await client.indices.delete({ index: indices });
    await client.close();
    await store.close();
  };
  return { ...store, close: drop };
}

storeContract("elasticsearch", open, { runs: 10, skip: node === undefined && NO_ELASTICSEARCH });
