import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SearchlightError } from "../errors.js";
/** Puts a key where none is: whole or not at all, and of two processes that start at once one prevails. */
function make(file) {
    const draft = `${file}.${process.pid}`;
    try {
        writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
        linkSync(draft, file);
    }
    catch (error) {
        if (error.code !== "EEXIST")
            throw error;
    }
    finally {
        rmSync(draft, { force: true });
    }
}
function kept(data) {
    const file = join(data, "cursor-key");
    try {
        mkdirSync(data, { recursive: true, mode: 0o700 });
        make(file);
        return readFileSync(file, "utf8").trim();
    }
    catch (error) {
        const reason = error.code ?? "unknown reason";
        const message = `${file} cannot be written or read (${reason}): make it so, or set SEARCHLIGHT_CURSOR_KEY to 32 characters or more`;
        throw new SearchlightError("bad-configuration", message, { cause: error });
    }
}
/**
 * What cursors are signed with: the setting, which API processes on several machines share, else a random key below the data
 * directory, for its owner's eyes only. An index in memory is gone when the process is, and so are its cursors.
 *
 * @throws SearchlightError `bad-configuration` when a key can be neither read nor kept
 */
export function cursorKeyOf({ cursorKey, store, data }) {
    if (cursorKey === undefined && store === "memory")
        return randomBytes(32);
    const key = cursorKey ?? kept(data);
    if (key.length < 32) {
        const message = `${join(data, "cursor-key")} is shorter than 32 characters: remove it, and another one is made`;
        throw new SearchlightError("bad-configuration", message);
    }
    return Buffer.from(key);
}
