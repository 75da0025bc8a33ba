import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Catalog } from "../../../catalog.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { layoutOf } from "../../../layout.ts";

/** Everything that decides what an index of the same states looks like: this folder and all that it is made from. */
const PROGRAM = fileURLToPath(new URL("../../../", import.meta.url));

let program: string | undefined;

/** Names the program. Of another nothing is taken over, however small the difference: what was made from the states can be made from them again. */
function programName(): string {
  if (program !== undefined) return program;
  const hash = createHash("sha256");
  for (const file of globSync("**/*.{ts,js}", { cwd: PROGRAM }).toSorted()) {
    hash.update(file).update(readFileSync(`${PROGRAM}/${file}`));
  }
  return (program = hash.digest("hex"));
}

/** Names the program and the definition that the index of a type was made by. */
export const typeFingerprint = (definition: TypeDefinition): string => layoutOf(definition, programName());

/** Names the program and all of its types; good as the name of a folder. */
export function fingerprintOf(catalog: Catalog): string {
  const all = [...catalog.values()].map(typeFingerprint).toSorted();
  return createHash("sha256").update(programName()).update(JSON.stringify(all)).digest("hex").slice(0, 32);
}
