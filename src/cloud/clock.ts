import type { Answer } from "./call.ts";

/** An event of the same moment wins over a listing: its time counts this much less, in microseconds. */
const MODESTY = 2e6;

/**
 * When a request began, by the clock of the service that answered, less two seconds. `otherwise` is the time of the token
 * that it was asked with: where a service tells no time (bare uWSGI), Keystone's is the cloud's.
 */
export function observedAt({ headers, elapsed }: Answer, otherwise: number): number {
  const date = Date.parse(headers.get("date") ?? "");
  return (Number.isNaN(date) ? otherwise : (date - Math.ceil(elapsed)) * 1000) - MODESTY;
}
