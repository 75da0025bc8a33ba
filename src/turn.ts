import { setImmediate as breath } from "node:timers/promises";

let last = Promise.resolve();

/**
 * Resolves in a turn of the event loop of its own: what others sent before has gone out by then, and their answers have come in. Who
 * makes a long text asks for it first, for a request only leaves when the loop turns: made one after the other, the first would wait
 * for the last, and the server with it. Callers are let in one by one, in their order. It never rejects.
 *
 * Two breaths, for the HTTP client itself waits one before it writes to a connection that was idle.
 */
export const turn = (): Promise<void> => (last = last.then(() => breath()).then(() => breath()));
