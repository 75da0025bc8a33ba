import type { Config } from "../config.ts";
import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import type { Kit } from "../kit/load.ts";
import type { Logger } from "../log.ts";
/** The store that the configuration names, for these types. A reader shares an embedded index with the process that writes it. */
export declare function openStore({ store, data, elasticsearch, limits: { searchMilliseconds: budget } }: Config, { catalog, definitions }: Pick<Kit, "catalog" | "definitions">, { readOnly }: {
    readOnly: boolean;
}): Promise<IndexStore>;
/** Where unusable records go: a topic where there is a Kafka; else a table in the data directory. */
export declare function openDeadLetters({ kafka, store, data }: Config, log: Logger): Promise<DeadLetters>;
