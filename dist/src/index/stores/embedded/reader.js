import { statSync } from "node:fs";
import { SearchlightError } from "../../../errors.js";
import { filesIn } from "./files.js";
import { freshnessIn } from "./freshness-table.js";
import { getIn, holdings, load, scanIn, searchIn } from "./holdings.js";
import { interruptible } from "./interrupt.js";
import { hasTables } from "./schema.js";
import { DatabaseSync } from "./sqlite.js";
import { inTransaction, stateTable } from "./state-table.js";
/** How often a reader looks for what the writer wrote, in milliseconds. */
const EVERY = 100;
const READ_ONLY = "this process only reads the index: send notifications to the one that writes it (`searchlight serve` or `ingest`)";
function openView(path, catalog) {
    const file = statSync(path, { throwIfNoEntry: false })?.ino;
    if (file === undefined)
        return undefined;
    const database = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
    if (hasTables(database, path)) {
        return { database, file, held: holdings(catalog, stateTable(database)), seen: 0, version: -1 };
    }
    database.close();
    return undefined;
}
const dataVersion = ({ database }) => Number(database.prepare("PRAGMA data_version").get()["data_version"]);
/** Loads what changed. Runs within the transaction of whatever is read next, so that index and disk are of one moment. */
function catchUp(view, catalog) {
    const { table } = view.held;
    const purged = table.purgedThrough();
    // A tombstone purged before we saw it would leave its resource standing: then everything is read anew.
    if (view.seen < purged && view.seen > 0)
        Object.assign(view, { held: holdings(catalog, table), seen: 0 });
    view.seen = Math.max(load(view.held, table.since(view.seen), view.seen), purged);
}
/** Reads the directory that another process writes to, at most `EVERY` milliseconds behind it; before that one begins, it waits. */
export function openReader(directory, catalog) {
    const path = filesIn(directory).database;
    let view;
    let trouble;
    function current() {
        view ??= openView(path, catalog);
        if (!view) {
            throw new SearchlightError("store-unavailable", `there is no index in ${directory} yet: start \`searchlight serve\` or \`ingest\` on that directory`);
        }
        return view;
    }
    /** Reads from a view that is up to date, disk and index alike. */
    function reading(work) {
        const view = current();
        return inTransaction(view.database, () => {
            const version = dataVersion(view);
            if (version !== view.version)
                catchUp(view, catalog);
            view.version = version;
            return work(view.held);
        }, "BEGIN");
    }
    /** A directory that was exchanged (put back from a copy, filled anew) is opened again. */
    function leaveIfExchanged() {
        if (!view || view.file === statSync(path, { throwIfNoEntry: false })?.ino)
            return;
        view.database.close();
        view = undefined;
    }
    function follow() {
        try {
            leaveIfExchanged();
            reading(() => { });
            trouble = undefined;
        }
        catch (error) {
            trouble = error;
        }
    }
    follow();
    const timer = setInterval(follow, EVERY);
    const refuse = () => Promise.reject(new SearchlightError("store-locked", READ_ONLY));
    return {
        apply: refuse,
        purge: refuse,
        search: async (request, scope, flag) => reading((held) => interruptible(flag, () => searchIn(held, request, scope))),
        get: async (ref, scope) => reading((held) => getIn(held, ref, scope)),
        scanPage: async (type, cursor) => reading((held) => scanIn(held, type, cursor)),
        note: refuse,
        freshness: async () => freshnessIn(current().database),
        refresh: async () => reading(() => { }),
        async ready() {
            if (trouble !== undefined)
                throw trouble;
        },
        async close() {
            clearInterval(timer);
            view?.database.close();
        },
    };
}
