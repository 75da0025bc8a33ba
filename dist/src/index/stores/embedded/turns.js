/**
 * Lets `most` run at a time and the others wait, first come first served. One whose signal aborts while it waits is never
 * started: a caller that left costs nothing more.
 */
export function turns(most) {
    let running = 0;
    const waiting = new Set();
    /** A turn that ends is handed to the next, so that nobody slips in between. */
    function end() {
        const [next] = waiting;
        if (next === undefined)
            running--;
        else
            next();
    }
    const turn = (signal) => new Promise((resolve, reject) => {
        const leave = () => {
            waiting.delete(begin);
            reject(signal?.reason);
        };
        const begin = () => {
            waiting.delete(begin);
            signal?.removeEventListener("abort", leave);
            resolve();
        };
        waiting.add(begin);
        signal?.addEventListener("abort", leave, { once: true });
    });
    return async (start, signal) => {
        signal?.throwIfAborted();
        if (running < most)
            running++;
        else
            await turn(signal);
        try {
            return await start();
        }
        finally {
            end();
        }
    };
}
