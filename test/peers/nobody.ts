import { chown, readdir } from "node:fs/promises";
import { join } from "node:path";

const NOBODY = 65_534;

/** As whom a server that refuses to be root runs in its folder: as root's nobody, whose the folder is from then on; else as we do. */
export async function asNobody(folder: string): Promise<{ readonly uid?: number }> {
  if (process.getuid?.() !== 0) return {};
  await chown(folder, NOBODY, NOBODY);
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), NOBODY, NOBODY);
  return { uid: NOBODY };
}
