import { exists } from "../../resource.js";
const jsonId = (id) => JSON.stringify(id);
/** Cut short: statements are prepared once, for preparing costs as much as running. */
export function stateTable(database) {
    const read = database.prepare("SELECT state FROM resources WHERE type = ? AND id = ?");
    const readAt = database.prepare("SELECT state FROM resources WHERE sequence = ?");
    const since = database.prepare("SELECT sequence, type, id, state FROM resources WHERE sequence > ? ORDER BY sequence");
    const page = database.prepare("SELECT id, state FROM resources WHERE type = ? AND id > ? ORDER BY id LIMIT ?");
    const write = database.prepare("INSERT OR REPLACE INTO resources (type, id, at_rest, state) VALUES (?, ?, ?, ?)");
    const last = database.prepare("SELECT max(sequence) AS last FROM resources WHERE at_rest < ?");
    const purge = database.prepare("DELETE FROM resources WHERE at_rest < ?");
    const mark = database.prepare("UPDATE purges SET through = max(through, ?)");
    const through = database.prepare("SELECT through FROM purges");
    const textOf = (row) => row && String(row["state"]);
    return {
        read: ({ type, id }) => textOf(read.get(type, jsonId(id))),
        readAt: (sequence) => textOf(readAt.get(sequence)),
        *since(sequence) {
            for (const row of since.iterate(sequence)) {
                const ref = { type: String(row["type"]), id: JSON.parse(String(row["id"])) };
                yield { sequence: Number(row["sequence"]), ref, text: String(row["state"]) };
            }
        },
        page: (type, after, limit) => page.all(type, after, limit).map((row) => ({ id: String(row["id"]), text: String(row["state"]) })),
        write(state, text) {
            const atRest = exists(state) ? null : Date.now() * 1000;
            return Number(write.run(state.ref.type, jsonId(state.ref.id), atRest, text).lastInsertRowid);
        },
        purge(before) {
            mark.run(Number(last.get(before)?.["last"] ?? 0));
            return Number(purge.run(before).changes);
        },
        purgedThrough: () => Number(through.get()?.["through"]),
    };
}
/** Runs all of it or none of it; what it returns is returned once that is on disk. */
export function inTransaction(database, work, begin = "BEGIN IMMEDIATE") {
    database.exec(begin);
    try {
        const result = work();
        database.exec("COMMIT");
        return result;
    }
    catch (error) {
        if (database.isTransaction)
            database.exec("ROLLBACK");
        throw error;
    }
}
