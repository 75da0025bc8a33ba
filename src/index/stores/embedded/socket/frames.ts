import { SearchlightError } from "../../../../errors.ts";

/** The most bytes that one message may have: what announces more is refused before any of it is kept. */
export const LARGEST = 32 * 2 ** 20;

const HEAD = 4;

/** A message as it is sent: its length in bytes, a big-endian number of 32 bits, then so much JSON. */
export function frameOf(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

const refused = (reason: string): SearchlightError => new SearchlightError("bad-request", reason);

function messageIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw refused("a message is not JSON");
  }
}

/**
 * The messages of a stream, in their order. One that was cut short by the stream's end is none. Holds at most a message
 * and a chunk; reads on only when the last message was taken.
 *
 * @throws SearchlightError `bad-request` for a message that is too large, or no JSON
 */
export async function* messagesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown, void, void> {
  let held: Buffer[] = [];
  let size = 0;
  let wanted = HEAD;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    // Joined only when there is enough: a large message that comes in small chunks is copied once.
    while (size >= wanted) {
      const all = Buffer.concat(held);
      wanted = HEAD + all.readUInt32BE(0);
      if (wanted > HEAD + LARGEST) throw refused(`a message of ${wanted - HEAD} bytes is more than ${LARGEST}`);
      held = [all];
      if (size < wanted) break;
      held = [all.subarray(wanted)];
      size -= wanted;
      const body = all.subarray(HEAD, wanted);
      wanted = HEAD;
      yield messageIn(body);
    }
  }
}
