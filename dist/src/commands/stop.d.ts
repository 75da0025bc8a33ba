/** A signal that aborts at the first SIGTERM or SIGINT; a second one ends the process at once, as an operator expects. */
export declare function stopSignal(): AbortSignal;
/** Resolves when the signal aborts. */
export declare const aborted: (signal: AbortSignal) => Promise<void>;
