import { resolve } from "node:path";
import { messageOf, SearchlightError } from "../../../errors.js";
import { assertIndexer } from "../../scope.js";
import { turns } from "./turns.js";
import { startThread } from "./thread.js";
import { waitFor } from "./waiting.js";
/** Each operation on its own, for a batch that no message carries: what is nested too deeply is rejected alone. */
async function applyEach(call, operations) {
    const outcomes = [];
    for (const operation of operations) {
        try {
            outcomes.push(...(await call("apply", [operation])));
        }
        catch (error) {
            if (error instanceof SearchlightError)
                throw error;
            outcomes.push({ stored: false, reason: `it cannot be stored: ${messageOf(error)}` });
        }
    }
    return outcomes;
}
/** Searches that the thread holds: one at work, one at hand. More of them wait here, where they can be taken back. */
const HELD = 2;
/**
 * The default store: SQLite on disk, an index in memory beside it, both in a thread of their own. Resolves when what the
 * directory holds is loaded.
 *
 * @throws SearchlightError `store-locked` when another process writes to the directory; `bad-configuration` when what is
 *   there is damaged or of another version
 */
export async function embeddedStore({ directory, definitions, readOnly = false, }) {
    const call = await startThread({ directory: resolve(directory), definitions: definitions.href, readOnly });
    const inTurn = turns(HELD);
    let closed;
    return {
        apply: (operations) => call("apply", operations).catch((error) => {
            if (error instanceof SearchlightError)
                throw error;
            return applyEach(call, operations);
        }),
        search: (request, scope, signal) => waitFor(signal, (flag) => inTurn(() => call("search", request, scope, flag), signal)),
        get: (ref, scope) => call("get", ref, scope),
        async *scan(type, scope) {
            assertIndexer(scope);
            for (let cursor = ""; cursor !== undefined;) {
                const page = await call("scanPage", type, cursor);
                for (const text of page.texts)
                    yield JSON.parse(text);
                cursor = page.next;
            }
        },
        purge: (before) => call("purge", before),
        freshness: () => call("freshness"),
        note: (told) => call("note", told),
        refresh: () => call("refresh"),
        ready: () => call("ready"),
        close: () => (closed ??= call("close")),
    };
}
