import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedStore, type EmbeddedOptions } from "../../src/index/stores/embedded/store.ts";
import { storeContract } from "./store-contract.ts";

const definitions = new URL("./contract-types.ts", import.meta.url);

/** The contract of a store, of the embedded one with these options; each store has a directory of its own. */
export const embeddedContract = (name: string, options: Omit<EmbeddedOptions, "directory" | "definitions">): void =>
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
