import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { messageOf, SearchlightError } from "../errors.js";
import { readNotification } from "../ingest/notification.js";
function readJson(file) {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    }
    catch (error) {
        throw new SearchlightError("bad-request", `${file} is not JSON: ${messageOf(error)}`, { cause: error });
    }
}
function notificationIn(file) {
    const value = Buffer.from(JSON.stringify(readJson(file)));
    const notification = readNotification({ value, from: file, timestamp: 0 });
    if ("payload" in notification)
        return notification;
    throw new SearchlightError("bad-request", `${file} is no notification: ${notification.unreadable}`);
}
function read(directory, given, expected, of) {
    const files = globSync(join(directory, "**", given)).toSorted();
    return files.map((file) => {
        const beside = join(dirname(file), expected);
        const says = existsSync(beside) ? readJson(beside) : undefined;
        return { name: relative(directory, dirname(file)), says, ...of(file) };
    });
}
/**
 * The samples below a directory, a folder each: `message.json` with `operations.json`, `answer.json` with `told.json`.
 *
 * @throws SearchlightError `bad-request` for a file that is not what it should be, by name
 */
export const samplesIn = (directory) => ({
    events: read(directory, "message.json", "operations.json", (file) => ({ notification: notificationIn(file) })),
    lists: read(directory, "answer.json", "told.json", (file) => ({ answer: readJson(file) })),
});
