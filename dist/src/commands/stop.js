/** A signal that aborts at the first SIGTERM or SIGINT; a second one ends the process at once, as an operator expects. */
export function stopSignal() {
    const stop = new AbortController();
    for (const name of ["SIGTERM", "SIGINT"]) {
        process.on(name, () => {
            if (stop.signal.aborted)
                process.exit(130);
            stop.abort();
        });
    }
    return stop.signal;
}
/** Resolves when the signal aborts. */
export const aborted = (signal) => new Promise((resolve) => signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true }));
