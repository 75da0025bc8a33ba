import { mkdirSync } from "node:fs";
import { SearchlightError } from "../errors.js";
import { elasticsearchStore } from "../index/stores/elasticsearch/store.js";
import { embeddedStore } from "../index/stores/embedded/store.js";
import { memoryStore } from "../index/stores/memory.js";
import { kafkaDeadLetters } from "../ingest/dead-letters/kafka.js";
import { tableDeadLetters } from "../ingest/dead-letters/table.js";
/** The store that the configuration names, for these types. A reader shares an embedded index with the process that writes it. */
export async function openStore({ store, data, elasticsearch, limits: { searchMilliseconds: budget } }, { catalog, definitions }, { readOnly }) {
    if (store === "memory")
        return memoryStore(catalog);
    if (store === "embedded") {
        mkdirSync(data, { recursive: true, mode: 0o700 });
        return embeddedStore({ directory: data, definitions, readOnly });
    }
    if (!elasticsearch)
        throw new SearchlightError("bad-configuration", "ELASTICSEARCH_URL is needed, for SEARCHLIGHT_STORE is elasticsearch");
    return elasticsearchStore({ catalog, ...elasticsearch, ...(budget !== undefined && { budget }) });
}
/** Where unusable records go: a topic where there is a Kafka; else a table in the data directory. */
export async function openDeadLetters({ kafka, store, data }, log) {
    if (kafka) {
        const groupId = `${kafka.groupId}.dead-letters`;
        return kafkaDeadLetters({ ...kafka, topic: kafka.deadLetterTopic, groupId, log });
    }
    if (store === "memory")
        return tableDeadLetters({});
    mkdirSync(data, { recursive: true, mode: 0o700 });
    return tableDeadLetters({ directory: data });
}
