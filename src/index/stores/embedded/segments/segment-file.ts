import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { Packed } from "./pack.ts";

/** So much is written, read and summed at a time, in bytes: some milliseconds' work, so that searches come in between. */
const STEP = 4 * 2 ** 20;

const partOf = (memory: SharedArrayBuffer, at: number): Uint8Array =>
  new Uint8Array(memory, at, Math.min(STEP, memory.byteLength - at));

/** Writes a segment's memory to a file, its owner's alone; resolves to the checksum of all of it. */
export async function writeSegment(path: string, { tree, memory }: Packed): Promise<number> {
  const file = await open(path, "w", 0o600);
  try {
    let checksum = 0;
    for (let at = 0; at < memory.byteLength; at += STEP) {
      const part = partOf(memory, at);
      checksum = crc32(part, checksum);
      for (let written = 0; written < part.length;)
        written += (await file.write(part, written, part.length - written)).bytesWritten;
    }
    return crc32(tree, checksum);
  } finally {
    await file.close();
  }
}

/** Reads a segment's memory back, to which this tree belongs; undefined when either is not what was written. */
export function readSegment(path: string, tree: string, checksum: number): Packed | undefined {
  const file = openSync(path, "r");
  try {
    const memory = new SharedArrayBuffer(fstatSync(file).size);
    let sum = 0;
    for (let at = 0; at < memory.byteLength;) {
      const part = partOf(memory, at);
      const read = readSync(file, part);
      if (read === 0) return undefined;
      sum = crc32(part.subarray(0, read), sum);
      at += read;
    }
    return crc32(tree, sum) === checksum ? { tree, memory } : undefined;
  } finally {
    closeSync(file);
  }
}
