import type { MessagePort } from "node:worker_threads";
import { tell, type Told } from "../threads/protocol.ts";
import { editions, type Edition, type Now } from "./edition.ts";

/** Asked by a thread that searches: for what was written by now, as a search of the reader's own would find it. */
export type Ask = { readonly id: number };

/** The answer to an ask of this number. */
export type Answer = { readonly id: number } & ({ readonly value: Edition } | { readonly error: Told });

/** From now on answers what comes through a port. `look` brings the index up to date. */
export function tellEditions(port: MessagePort, look: () => Now): void {
  const next = editions();
  const answer = ({ id }: Ask): Answer => {
    try {
      return { id, value: next(look()) };
    } catch (error) {
      return { id, error: tell(error) };
    }
  };
  port.on("message", (ask: Ask) => port.postMessage(answer(ask), []));
  port.unref();
}
