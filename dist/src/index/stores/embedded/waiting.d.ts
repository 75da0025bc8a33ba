import { type Flag } from "./interrupt.ts";
/**
 * Waits for a search until the signal aborts; then its flag goes up. A caller that left is answered to nobody. One whose
 * time ran out still hears what was found until then: within `GRACE`, or that it took too long.
 */
export declare function waitFor<T>(signal: AbortSignal | undefined, search: (flag?: Flag) => Promise<T>): Promise<T>;
