import { totalmem } from "node:os";
import { extname } from "node:path";
import { MessagePort, Worker } from "node:worker_threads";
import { messageOf, SearchlightError } from "../../../../errors.ts";
import type { Reader, Searcher, Writer } from "./engine.ts";
import { pendingCalls } from "./pending.ts";
import type { Call, Reply, ThreadData } from "./protocol.ts";

/** Calls a method of what runs in a thread. */
export type CallThread<E extends Reader | Writer | Searcher> = <M extends keyof E & Call["method"]>(
  method: M,
  ...args: E[M] extends (...args: infer A) => unknown ? A : never
) => E[M] extends (...args: never[]) => infer R ? R : never;

/** The heap may take what the machine (or its container) has, less what the rest of the process wants; V8's default is a few GB. */
const heapMegabytes = (): number =>
  Math.max(512, Math.floor((Math.min(process.constrainedMemory() || Infinity, totalmem()) * 0.75) / 2 ** 20));

/**
 * V8 lets three spaces of 32 MB each fill up before it looks for garbage, in every thread. Half of that was measured to be as
 * fast, and a store to take a fifth less memory.
 */
const YOUNG_MEGABYTES = 48;

const stopped = (reason: string): SearchlightError =>
  new SearchlightError("store-unavailable", `the index is not running (${reason}): restart searchlight`);

/** Ports are handed on, never copied. */
const portsIn = (values: readonly unknown[]): MessagePort[] => values.filter((one) => one instanceof MessagePort);

/** Starts a store's thread; resolves when its engine is open, rejects with what kept it from opening. */
export async function startThread<E extends Reader | Writer | Searcher>(data: ThreadData): Promise<CallThread<E>> {
  // The same file as this one is of: TypeScript in a clone, JavaScript in a package.
  const worker = new Worker(new URL(`../worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: data,
    transferList: portsIn(Object.values(data)),
    name: data.role,
    // Flags of the process (--input-type, --test) are not for this file.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes(), maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const pending = pendingCalls();
  let end: SearchlightError | undefined;

  function stop(reason: string): void {
    end ??= stopped(reason);
    pending.end(end);
  }
  worker.on("error", (error) => stop(messageOf(error)));
  worker.on("exit", (code) => stop(code === 0 ? "it was closed" : `its thread ended with code ${code}`));
  worker.on("message", (reply: Reply) => pending.settle(reply));
  await pending.opened;

  const send = (call: Call): void => worker.postMessage(call, portsIn(call.args));
  return (async (method: Call["method"], ...args: readonly unknown[]) => {
    if (!end) return pending.ask(send, method, args);
    // A thread that is gone is closed.
    if (method !== "close") throw end;
    return undefined;
  }) as unknown as CallThread<E>;
}
