import { absent, empty, open, ownPrefix } from "./elasticsearch/cluster.ts";
import { storeContract } from "./store-contract.ts";

const prefix = ownPrefix();

storeContract(
  "elasticsearch",
  async () => {
    const store = await open({ prefix });
    await empty(prefix);
    return store;
  },
  { skip: absent },
);
