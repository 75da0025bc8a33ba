import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { storeContract } from "./store-contract.ts";

const definitions = new URL("./contract-types.ts", import.meta.url);

/** A store that writes through another, which holds the directory. */
storeContract(
  "embedded, written through its writer's socket",
  async () => {
    const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
    const writer = await embeddedStore({ directory, definitions, recent: 2 });
    const store = await embeddedStore({ directory, definitions, recent: 2, beside: true });
    return {
      ...store,
      async close() {
        await store.close();
        await writer.close();
        await rm(directory, { recursive: true });
      },
    };
  },
  { runs: 15 },
);
