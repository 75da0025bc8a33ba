import { once } from "node:events";
import { createConnection } from "node:net";
import { z } from "zod";
import { messageOf, SearchlightError } from "../../../../errors.ts";
import type { Operation } from "../../../operation.ts";
import type { Outcome } from "../../../store.ts";
import type { Writer } from "../threads/engine.ts";
import { pendingCalls } from "../threads/pending.ts";
import type { Call, Reply } from "../threads/protocol.ts";
import type { CallThread } from "../threads/thread.ts";
import { SPEAKS } from "./asked.ts";
import { frameOf, LARGEST, messagesIn } from "./frames.ts";
import { socketOf } from "./path.ts";

/** What goes in one message: a part of a batch, so that neither side holds much at a time. */
const MOST = { operations: 1000, bytes: 8 * 2 ** 20 };

/** How long who accepts a connection may take to say who it is, in milliseconds: it may be in the middle of a commit. */
const PATIENCE = 30_000;

/** A way to write through the process that does. `gone`: it is there no more. */
export type Line = { readonly write: CallThread<Writer>; readonly gone: () => boolean };

const text = z.string().optional();
const told = z.object({ code: text, message: z.string(), at: text, stack: text });
const reply = z.union([
  z.strictObject({ id: z.int(), error: told }),
  z.object({ id: z.int(), value: z.unknown().optional() }),
]);

/** Parts of a batch, each small enough for a message. @throws Error for an operation that no message holds */
function* partsOf(operations: readonly Operation[]): Generator<readonly Operation[]> {
  let part: Operation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = JSON.stringify(operation).length * 3;
    if (size > LARGEST) throw new Error(`it has more than ${Math.floor(LARGEST / 3)} characters`);
    if (part.length === MOST.operations || (part.length > 0 && bytes + size > MOST.bytes)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(operation);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/**
 * Connects to the process that writes to a directory. What is written through it keeps what a store promises: it resolves
 * when it is durable, with the outcomes, and rejects with what went wrong there; with `store-unavailable` when the process
 * went away before it said so.
 *
 * @throws Error of the system when nobody waits there (`ENOENT`, `ECONNREFUSED`); SearchlightError `store-locked` for one
 *   that is of another version
 */
export async function lineTo(directory: string): Promise<Line> {
  const socket = createConnection(socketOf(directory));
  await once(socket, "connect");
  const pending = pendingCalls();
  let end: SearchlightError | undefined;

  function stop(reason: string): void {
    end ??= new SearchlightError("store-unavailable", `the process that writes the index is gone (${reason})`);
    pending.end(end);
    socket.destroy();
  }
  async function hear(): Promise<void> {
    for await (const message of messagesIn(socket)) pending.settle(reply.parse(message) as Reply);
  }
  socket.on("error", (error) => stop(messageOf(error)));
  hear().then(
    () => stop("it closed the connection"),
    (error: unknown) => stop(messageOf(error)),
  );
  const late = setTimeout(() => stop("it does not answer"), PATIENCE);
  const speaks = await pending.opened.finally(() => clearTimeout(late));
  if (speaks !== SPEAKS) {
    stop("it is of another version");
    throw new SearchlightError("store-locked", "the process that writes the index is of another version: restart it");
  }

  const send = (call: Call): void => void socket.write(frameOf(call));
  const ask = async (method: Call["method"], args: readonly unknown[]): Promise<unknown> => {
    if (end) throw end;
    return pending.ask(send, method, args);
  };
  const write = async (method: Call["method"], ...args: readonly unknown[]): Promise<unknown> => {
    if (method === "close") return void socket.destroy();
    if (method !== "apply") return ask(method, args);
    const outcomes: Outcome[] = [];
    for (const part of partsOf(args[0] as readonly Operation[]))
      outcomes.push(...((await ask("apply", [part])) as readonly Outcome[]));
    return outcomes;
  };
  return { write: write as unknown as CallThread<Writer>, gone: () => end !== undefined };
}
