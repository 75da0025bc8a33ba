var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
/** The entry of a store's thread: opens the engine, then answers calls until it is closed. */
import { parentPort, workerData } from "node:worker_threads";
import { messageOf, SearchlightError } from "../../../errors.js";
import { catalogOf } from "../../catalog.js";
import { fromDisk } from "./failure.js";
import { tell } from "./protocol.js";
import { openReader } from "./reader.js";
import { openWriter } from "./writer.js";
const { directory, definitions, readOnly } = workerData;
const port = parentPort;
/** Definitions hold functions, which no message carries: the thread imports them itself. */
async function open() {
    const { plugins } = await importTypes();
    return (readOnly ? openReader : openWriter)(directory, catalogOf(plugins));
}
async function importTypes() {
    try {
        return (await import(__rewriteRelativeImportExtension(definitions)));
    }
    catch (error) {
        throw new SearchlightError("bad-configuration", `the resource types cannot be loaded: ${messageOf(error)}`);
    }
}
async function reply(id, work) {
    let answer;
    try {
        answer = { id, value: await work() };
    }
    catch (error) {
        answer = { id, error: tell(fromDisk(error, directory)) };
    }
    try {
        port.postMessage(answer);
    }
    catch (error) {
        // An answer that no message holds (nested too deeply) is that caller's trouble alone.
        port.postMessage({ id, error: tell(error) });
    }
}
await reply(0, async () => {
    const engine = await open();
    port.on("message", ({ id, method, args }) => {
        const call = engine[method];
        void reply(id, () => call(...args)).then(() => method === "close" && port.close());
    });
});
