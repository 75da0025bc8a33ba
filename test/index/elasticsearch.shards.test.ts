import { absent, empty, open, ownPrefix } from "./elasticsearch/cluster.ts";
import { storeContract } from "./store-contract.ts";

const prefix = ownPrefix();

storeContract(
  "elasticsearch, three shards a type",
  async () => {
    const store = await open({ prefix, shards: 3 });
    await empty(prefix);
    return store;
  },
  { skip: absent, runs: 8 },
);
