import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { storeContract } from "./store-contract.ts";

const definitions = new URL("./contract-types.ts", import.meta.url);

storeContract("embedded", async () => {
  const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
  const store = await embeddedStore({ directory, definitions, recent: 2 });
  return {
    ...store,
    async close() {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
});
