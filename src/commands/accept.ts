import type { Accepted, Accept } from "../api/accept.ts";
import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import { handle } from "../ingest/handle.ts";
import type { Router } from "../ingest/router.ts";
import { recordOf } from "../ingest/sources/replay.ts";

const TEXT = new TextDecoder();

/** What the API hands notifications to: the same path as a source's records take, dead letters and all. */
export const acceptOf =
  (route: Router, store: Pick<IndexStore, "apply">, deadLetters: Pick<DeadLetters, "put">): Accept =>
  async (posted): Promise<readonly Accepted[]> => {
    const now = Date.now();
    const records = posted.map(({ value }, i) => recordOf(TEXT.decode(value), `http/${now}/${i}`, now));
    const results = await handle(records, route, store);
    const letters = results.flatMap((one, i) =>
      one.result === "rejected" ? [{ record: records[i]!, reason: one.reason }] : [],
    );
    if (letters.length > 0) await deadLetters.put(letters);
    return results.map((one) => (one.result === "rejected" ? one : { result: one.result }));
  };
