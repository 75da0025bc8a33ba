import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { messageOf } from "../../../../errors.ts";
import type { Writer } from "../threads/engine.ts";
import { fromDisk } from "../threads/failure.ts";
import { tell, type Reply } from "../threads/protocol.ts";
import { askedIn, done, SPEAKS } from "./asked.ts";
import { frameOf, messagesIn } from "./frames.ts";
import { folderOf, socketOf } from "./path.ts";

/** Processes that may be connected at a time; each may make this one hold a message. */
const GUESTS = 8;

/** A connection; `busy` while it waits for what it asked. */
type Guest = { readonly socket: Socket; readonly served: Promise<void>; busy: boolean };

const idOf = (message: unknown): number => {
  const { id } = (message ?? {}) as { id?: unknown };
  return typeof id === "number" ? id : 0;
};

async function send(socket: Socket, reply: Reply): Promise<void> {
  if (!socket.writable || socket.write(frameOf(reply))) return;
  const heard = new AbortController(); // who is not heard listens no longer
  const either = (event: string): Promise<unknown> => once(socket, event, { signal: heard.signal });
  await Promise.race([either("drain"), either("close")]).finally(() => heard.abort());
}

/** What comes of one message: nothing that it says goes wrong for anybody but its sender. */
async function replyTo(message: unknown, writer: Writer, directory: string): Promise<Reply> {
  const id = idOf(message);
  try {
    return { id, value: await done(writer, askedIn(message)) };
  } catch (error) {
    return { id, error: tell(fromDisk(error, directory)) };
  }
}

/** Waits at the socket, in the place of whatever a killed process left there: this one holds the directory's lock. */
async function listen(server: Server, directory: string): Promise<void> {
  const path = socketOf(directory);
  mkdirSync(folderOf(directory), { recursive: true, mode: 0o700 });
  chmodSync(folderOf(directory), 0o700);
  rmSync(path, { force: true });
  server.listen(path);
  await once(server, "listening");
  chmodSync(path, 0o600);
}

/**
 * Lets other processes of the same user write to a directory through this one, by a socket in it: each message of theirs
 * is one call, replied to when it is done as it would be here. Where there can be no socket, they are told that they
 * cannot write, and all else goes on.
 *
 * **Invariant.** A message counts whole or not at all; messages of one connection are done one after another.
 */
export async function hosting(writer: Writer, directory: string): Promise<Writer> {
  const guests = new Set<Guest>();
  let closing = false;

  async function serve(socket: Socket, guest: () => Guest): Promise<void> {
    await send(socket, { id: 0, value: SPEAKS });
    // What breaks the reading does not break the connection: its sender is told.
    for await (const message of messagesIn(socket.iterator({ destroyOnReturn: false }))) {
      guest().busy = true;
      await send(socket, await replyTo(message, writer, directory));
      guest().busy = false;
      if (closing) break;
    }
  }
  const server = createServer((socket) => {
    // What breaks a connection ends it, and is its own trouble: what it had asked is done or not, as ever.
    socket.on("error", () => socket.destroy());
    const served = serve(socket, () => guest)
      .catch((error: unknown) => send(socket, { id: 0, error: tell(error) }))
      .finally(() => {
        socket.destroySoon();
        guests.delete(guest);
      });
    const guest: Guest = { socket, served, busy: false };
    guests.add(guest);
  });
  server.maxConnections = GUESTS;
  try {
    await listen(server, directory);
  } catch (error) {
    process.emitWarning(`other processes cannot write to the index while this one does: ${messageOf(error)}`);
  }
  return {
    ...writer,
    async close() {
      closing = true;
      server.close();
      for (const { socket, busy } of guests) if (!busy) socket.destroy();
      await Promise.all([...guests].map(({ served }) => served));
      await writer.close();
    },
  };
}
