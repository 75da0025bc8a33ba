import { readFileSync, writeFileSync } from "node:fs";
import { SearchlightError } from "../../../errors.js";
import { filesIn, makeFile } from "./files.js";
import { DatabaseSync } from "./sqlite.js";
/** `SQLITE_BUSY`: somebody else holds the file. */
const BUSY = 5;
/** Who wrote the note last; true only while the lock is held. */
function holder(path) {
    try {
        return `process ${readFileSync(path, "utf8").trim()}`;
    }
    catch {
        return "another process";
    }
}
/**
 * The right to write to a data directory, for as long as this process lives: an exclusive lock of the operating system
 * on a file that holds nothing, so that readers of the data are not shut out, and kill -9 leaves nothing stale.
 *
 * @throws SearchlightError `store-locked` naming who holds it
 */
export function lockForWriting(directory) {
    const files = filesIn(directory);
    makeFile(files.lock);
    const database = new DatabaseSync(files.lock, { timeout: 0 });
    try {
        database.exec("BEGIN EXCLUSIVE");
    }
    catch (error) {
        database.close();
        if (error.errcode !== BUSY)
            throw error;
        throw new SearchlightError("store-locked", `${holder(files.holder)} is writing to the index in ${directory}, and an embedded index has one writer: ` +
            "stop that searchlight, or post notifications to it (POST /v1/notifications) instead");
    }
    writeFileSync(files.holder, `${process.pid}\n`, { mode: 0o600 });
    return { release: () => database.close() };
}
