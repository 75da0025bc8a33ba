import type { Accept } from "../api/accept.ts";
import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import type { Router } from "../ingest/router.ts";
/** What the API hands notifications to: the same path as a source's records take, dead letters and all. */
export declare const acceptOf: (route: Router, store: Pick<IndexStore, "apply">, deadLetters: Pick<DeadLetters, "put">) => Accept;
