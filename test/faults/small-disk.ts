import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { messageOf } from "../../src/errors.ts";
import { allowAbsent, type Absent } from "../peers/server.ts";

/** A file system of its own, of so many MiB. */
export type SmallDisk = {
  readonly folder: string;
  /** Leaves no room for a single byte more. */
  readonly fill: () => void;
  /** Takes away what filled it. */
  readonly empty: () => void;
};

/** Writes until the disk takes nothing any more. */
function fill(file: string): void {
  const descriptor = openSync(file, "a");
  try {
    for (let size = 2 ** 20; size >= 1;) {
      try {
        if (writeSync(descriptor, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A small disk in memory, gone after the test. Mounting takes root. @throws with CI=true where it cannot be had */
export function smallDisk(t: TestContext, mebibytes: number): SmallDisk | Absent {
  const folder = mkdtempSync(join(tmpdir(), "searchlight-small-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m,mode=700`, "searchlight-test", folder]);
  } catch (error) {
    rmSync(folder, { recursive: true });
    return allowAbsent(
      `NOT TESTED: needs to mount a small file system, which takes root on Linux (${messageOf(error)}).`,
    );
  }
  t.after(() => {
    execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true });
  });
  const filler = join(folder, "filler");
  return { folder, fill: () => fill(filler), empty: () => rmSync(filler) };
}
