import type { MessagePort } from "node:worker_threads";
import { SearchlightError } from "../../../../errors.ts";
import { told } from "../threads/protocol.ts";
import type { Edition } from "./edition.ts";
import type { Answer, Ask } from "./telling.ts";

type Waiting = { readonly resolve: () => void; readonly reject: (error: unknown) => void };

const gone = (): SearchlightError =>
  new SearchlightError("store-unavailable", "the thread that keeps the index has ended: restart searchlight");

/**
 * Asks the thread that keeps the index, at the other end of a port, for its next edition; resolves when `take` has it, which is given
 * each in turn.
 */
export function asking(port: MessagePort, take: (edition: Edition) => void): () => Promise<void> {
  const waiting = new Map<number, Waiting>();
  let [lastId, closed] = [0, false];
  port.on("message", (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id)!;
    waiting.delete(answer.id);
    if ("error" in answer) return reject(told(answer.error));
    take(answer.value);
    return resolve();
  });
  port.on("close", () => {
    closed = true;
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
  });
  return () =>
    new Promise((resolve, reject) => {
      if (closed) return reject(gone());
      waiting.set(++lastId, { resolve, reject });
      return port.postMessage({ id: lastId } satisfies Ask, []);
    });
}
