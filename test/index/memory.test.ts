import { memoryStore } from "../../src/index/stores/memory.ts";
import { storeContract } from "./store-contract.ts";
import { catalog } from "./worlds.ts";

storeContract("memory", async () => memoryStore(catalog));
