import type { Engine } from "./engine.ts";
import { type Method, type ThreadData } from "./protocol.ts";
/** Calls an engine's method in its thread. */
export type CallThread = <M extends Method>(method: M, ...args: Parameters<Engine[M]>) => ReturnType<Engine[M]>;
/** Starts a store's thread; resolves when its engine is open, rejects with what kept it from opening. */
export declare function startThread(data: ThreadData): Promise<CallThread>;
