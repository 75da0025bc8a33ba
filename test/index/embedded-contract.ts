import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IndexStore } from "../../src/index/store.ts";
import { embeddedStore, type EmbeddedOptions } from "../../src/index/stores/embedded/store.ts";
import { storeContract } from "./store-contract.ts";

const definitions = new URL("./contract-types.ts", import.meta.url);

type Options = Omit<EmbeddedOptions, "directory" | "definitions">;

/** The contract of a store, of the embedded one with these options, its laws so often; each store has a directory of its own. */
export function embeddedContract(name: string, options: Options, runs?: number): void {
  const open = async (): Promise<IndexStore> => {
    const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
    const store = await embeddedStore({ directory, definitions, ...options });
    return {
      ...store,
      async close() {
        await store.close();
        await rm(directory, { recursive: true });
      },
    };
  };
  storeContract(name, open, runs === undefined ? {} : { runs });
}
