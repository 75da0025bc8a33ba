import { type Catalog } from "../catalog.ts";
import type { IndexStore } from "../store.ts";
/** The plain reference: everything in one map, every search a walk over it. By it the other engines are tested. */
export declare function memoryStore(catalog: Catalog): IndexStore;
