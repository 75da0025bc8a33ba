import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Catalog } from "../../catalog.ts";

/** Everything that decides what an index of the same states looks like: this folder and all that it is made from. */
const PROGRAM = fileURLToPath(new URL("../../", import.meta.url));

const told = (_: string, value: unknown): unknown =>
  typeof value === "function" ? Function.prototype.toString.call(value) : value;

/**
 * Names the program and the types that an index was made by. Of another program nothing is taken over, however small the
 * difference: what was made from the states can be made from them again.
 */
export function fingerprintOf(catalog: Catalog): string {
  const hash = createHash("sha256");
  for (const file of globSync("**/*.{ts,js}", { cwd: PROGRAM }).toSorted()) {
    hash.update(file).update(readFileSync(`${PROGRAM}/${file}`));
  }
  return hash.update(JSON.stringify([...catalog], told)).digest("hex");
}
