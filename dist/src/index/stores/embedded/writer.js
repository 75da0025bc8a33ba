import { commits } from "./commits.js";
import { filesIn, makeDirectory, makeFile } from "./files.js";
import { interruptible } from "./interrupt.js";
import { freshnessIn, noteFreshness } from "./freshness-table.js";
import { getIn, holdings, load, scanIn, searchIn } from "./holdings.js";
import { lockForWriting } from "./lock.js";
import { mergeBatch } from "./merging.js";
import { makeTables } from "./schema.js";
import { DatabaseSync } from "./sqlite.js";
import { inTransaction, stateTable } from "./state-table.js";
import { addEntry, removeEntry } from "./type-index.js";
import { tend } from "./upkeep.js";
/**
 * WAL lets readers read while we write; FULL is what "acknowledged means on disk" rests on: every commit waits for the
 * disk. A checkpoint each 16 MB rather than 4 spares a busy writer half of its waiting.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -65536;
`;
function openDatabase(directory) {
    const path = filesIn(directory).database;
    makeFile(path);
    const database = new DatabaseSync(path);
    try {
        makeTables(database, path);
        database.exec(SETTINGS);
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}
/** Merges, writes, and only when all is on disk changes the index: a search never finds what a crash could take back. */
function commit(database, held, operations) {
    const { outcomes, written } = inTransaction(database, () => {
        const { changes, outcomes } = mergeBatch(held, operations);
        const written = changes.map((change) => ({ ...change, sequence: held.table.write(change.state, change.text) }));
        return { outcomes, written };
    });
    try {
        show(held, written);
    }
    catch (error) {
        // On disk, but not in the index (out of memory): nothing more may be answered from it, so the thread ends with this.
        setImmediate(() => {
            throw error;
        });
        throw error;
    }
    return outcomes;
}
function show({ indexes }, written) {
    for (const { state, entry, sequence } of written) {
        const index = indexes.get(state.ref.type);
        if (entry)
            addEntry(index, entry, sequence);
        else
            removeEntry(index, state.ref.id);
    }
    for (const type of new Set(written.map(({ state }) => state.ref.type)))
        tend(indexes.get(type));
}
/**
 * The one that writes to a data directory, and answers from what it wrote.
 *
 * @throws SearchlightError `store-locked` when another does, `bad-configuration` when what is there cannot be used
 */
export function openWriter(directory, catalog) {
    makeDirectory(directory);
    const lock = lockForWriting(directory);
    try {
        const database = openDatabase(directory);
        const held = holdings(catalog, stateTable(database));
        load(held, held.table.since(0), 0);
        const queue = commits((operations) => commit(database, held, operations));
        return {
            apply: queue.add,
            search: async (request, scope, flag) => interruptible(flag, () => searchIn(held, request, scope)),
            get: async (ref, scope) => getIn(held, ref, scope),
            scanPage: async (type, cursor) => scanIn(held, type, cursor),
            purge: async (before) => inTransaction(database, () => held.table.purge(before)),
            freshness: async () => freshnessIn(database),
            note: async (told) => inTransaction(database, () => noteFreshness(database, told)),
            refresh: async () => { },
            ready: async () => { },
            async close() {
                await queue.idle();
                database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
                database.close();
                lock.release();
            },
        };
    }
    catch (error) {
        lock.release();
        throw error;
    }
}
