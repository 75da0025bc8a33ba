import { totalmem } from "node:os";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { messageOf, SearchlightError } from "../../../errors.js";
import { told } from "./protocol.js";
/** The heap may take what the machine (or its container) has, less what the rest of the process wants; V8's default is a few GB. */
const heapMegabytes = () => Math.max(512, Math.floor((Math.min(process.constrainedMemory() || Infinity, totalmem()) * 0.75) / 2 ** 20));
const stopped = (reason) => new SearchlightError("store-unavailable", `the index is not running (${reason}): restart searchlight`);
/** Starts a store's thread; resolves when its engine is open, rejects with what kept it from opening. */
export async function startThread(data) {
    // The same file as this one is of: TypeScript in a clone, JavaScript in a package.
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
        workerData: data,
        name: "index",
        // Flags of the process (--input-type, --test) are not for this file.
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes() },
    });
    const pending = new Map();
    let end;
    let lastId = 0;
    function stop(reason) {
        end ??= stopped(reason);
        for (const { reject } of pending.values())
            reject(end);
        pending.clear();
    }
    worker.on("error", (error) => stop(messageOf(error)));
    worker.on("exit", (code) => stop(code === 0 ? "it was closed" : `its thread ended with code ${code}`));
    worker.on("message", (reply) => {
        const waiting = pending.get(reply.id);
        pending.delete(reply.id);
        if ("error" in reply)
            waiting?.reject(told(reply.error));
        else
            waiting?.resolve(reply.value);
    });
    await new Promise((resolve, reject) => pending.set(0, { resolve, reject }));
    return ((method, ...args) => new Promise((resolve, reject) => {
        if (end) {
            // A thread that is gone is closed.
            if (method === "close")
                resolve(undefined);
            else
                reject(end);
            return;
        }
        const call = { id: ++lastId, method, args };
        worker.postMessage(call, []);
        pending.set(call.id, { resolve, reject });
    }));
}
