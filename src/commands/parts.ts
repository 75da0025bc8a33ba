import { mkdirSync } from "node:fs";
import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import type { IndexStore } from "../index/store.ts";
import type { Rebuilder } from "../index/rebuild.ts";
import { elasticsearchRebuilder } from "../index/stores/elasticsearch/rebuild.ts";
import { elasticsearchStore } from "../index/stores/elasticsearch/store.ts";
import { embeddedRebuilder } from "../index/stores/embedded/rebuild.ts";
import { embeddedStore } from "../index/stores/embedded/store.ts";
import { memoryStore } from "../index/stores/memory.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import { kafkaDeadLetters } from "../ingest/dead-letters/kafka.ts";
import { tableDeadLetters } from "../ingest/dead-letters/table.ts";
import type { Kit } from "../kit/load.ts";
import type { Logger } from "../log.ts";

type Opening = {
  readonly readOnly: boolean;
  readonly beside?: boolean;
  readonly untouched?: boolean;
  readonly searched?: boolean;
};

/**
 * The store that the configuration names, for these types. An embedded index has one writer: a reader shares it with that
 * one, and who writes `beside` it writes through it, where there is one. `untouched` makes nothing that is not there. `searched`:
 * people search in it, with as many threads as the configuration says.
 */
export async function openStore(
  { store, data, searchThreads, elasticsearch, limits: { searchMilliseconds: budget } }: Config,
  { catalog, definitions }: Pick<Kit, "catalog" | "definitions">,
  { readOnly, beside = false, untouched = false, searched = false }: Opening,
): Promise<IndexStore> {
  if (store === "memory") return memoryStore(catalog);
  if (store === "embedded") {
    if (!untouched) mkdirSync(data, { recursive: true, mode: 0o700 });
    const searchers = searched ? searchThreads : 0;
    return embeddedStore({ directory: data, definitions, readOnly, beside, searchers });
  }
  if (!elasticsearch)
    throw new SearchlightError(
      "bad-configuration",
      "ELASTICSEARCH_URL is needed, for SEARCHLIGHT_STORE is elasticsearch",
    );
  return elasticsearchStore({ catalog, untouched, ...elasticsearch, ...(budget !== undefined && { budget }) });
}

/** What makes the index anew that the configuration names. */
export function openRebuilder(
  { store, data, elasticsearch }: Config,
  { catalog, definitions }: Pick<Kit, "catalog" | "definitions">,
): Promise<Rebuilder> {
  if (store === "elasticsearch" && elasticsearch) return elasticsearchRebuilder({ catalog, ...elasticsearch });
  if (store === "embedded") return embeddedRebuilder({ directory: data, definitions });
  throw new SearchlightError("bad-configuration", "an index in memory is made anew at each start");
}

/** Where unusable records go: a topic where there is a Kafka; else a table in the data directory. */
export async function openDeadLetters({ kafka, store, data }: Config, log: Logger): Promise<DeadLetters> {
  if (kafka) {
    const groupId = `${kafka.groupId}.dead-letters`;
    return kafkaDeadLetters({ ...kafka, topic: kafka.deadLetterTopic, groupId, log });
  }
  if (store === "memory") return tableDeadLetters({});
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return tableDeadLetters({ directory: data });
}
