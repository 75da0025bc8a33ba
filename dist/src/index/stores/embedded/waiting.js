import { flagDown, raise } from "./interrupt.js";
/** How long an interrupted search may take to say what it found, in milliseconds; what takes longer is given up. */
const GRACE = 1000;
const isLate = (signal) => signal.reason?.name === "TimeoutError";
/**
 * Waits for a search until the signal aborts; then its flag goes up. A caller that left is answered to nobody. One whose
 * time ran out still hears what was found until then: within `GRACE`, or that it took too long.
 */
export function waitFor(signal, search) {
    if (signal === undefined)
        return search();
    const flag = flagDown();
    return new Promise((resolve, reject) => {
        let grace;
        const giveUp = () => reject(signal.reason);
        const leave = () => {
            raise(flag);
            if (isLate(signal))
                grace = setTimeout(giveUp, GRACE);
            else
                giveUp();
        };
        if (signal.aborted)
            return giveUp();
        signal.addEventListener("abort", leave, { once: true });
        return void search(flag)
            .then(resolve, reject)
            .finally(() => {
            clearTimeout(grace);
            signal.removeEventListener("abort", leave);
        });
    });
}
