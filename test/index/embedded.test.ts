import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore, type EmbeddedOptions } from "../../src/index/stores/embedded/store.ts";
import { storeContract } from "./store-contract.ts";

const definitions = new URL("./contract-types.ts", import.meta.url);

const WAYS: Readonly<Record<string, Pick<EmbeddedOptions, "recent" | "much" | "searchers">>> = {
  embedded: { recent: 2 },
  "embedded, by strides": { much: 0 },
  "embedded, searched by another thread": { recent: 2, searchers: 1 },
};

for (const [name, options] of Object.entries(WAYS)) {
  storeContract(name, async () => {
    const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
    const store = await embeddedStore({ directory, definitions, ...options });
    return {
      ...store,
      async close() {
        await store.close();
        await rm(directory, { recursive: true });
      },
    };
  });
}
