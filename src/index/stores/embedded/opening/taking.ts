import { join } from "node:path";
import { countBits } from "../sets/bitset.ts";
import { fingerprintOf, typeFingerprint } from "./fingerprint.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { readManifest, snapshotFolder, type Manifest, type SavedSegment } from "./manifest.ts";
import { readSegment } from "../segments/segment-file.ts";
import { written } from "./snapshot.ts";
import type { Marked } from "../tables/snapshot-table.ts";
import { heldIn, type Held, type TypeHoldings } from "../segments/type-holdings.ts";

function restored(folder: string, { file, checksum, tree, live }: SavedSegment, { definition }: TypeHoldings): Held {
  const packed = readSegment(join(folder, file), tree, checksum);
  if (!packed) throw new Error(`${file} is not what was written`);
  const segment = heldIn(definition, packed);
  const bytes = Buffer.from(live, "base64");
  segment.live.words.set(new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
  written.set(segment, { folder, file, checksum });
  return Object.assign(segment, { alive: countBits(segment.live) });
}

/** Takes what a snapshot has of a type, if this program with this definition made it; whether it did. */
function takeType(folder: string, { types }: Manifest, holdings: TypeHoldings): boolean {
  const { definition } = holdings;
  const saved = Object.hasOwn(types, definition.type) ? types[definition.type] : undefined;
  if (saved?.fingerprint !== typeFingerprint(definition)) return false;
  try {
    holdings.segments = saved.segments.map((one) => restored(folder, one, holdings));
    return true;
  } catch {
    // A file that is not there, or not what was written: it is only a cache, and the states have everything.
    return false;
  }
}

function manifestOf(directory: string, marked: Marked): Manifest | undefined {
  try {
    return readManifest(directory, marked);
  } catch {
    return undefined;
  }
}

/** What was taken over: the types that nothing was found of, and the sequence that all others go to at least. */
export type Taken = { readonly missing: ReadonlySet<string>; readonly through: number };

/**
 * Takes over what this program with these definitions would make again, type by type, from whichever snapshot has it; its own
 * before others. What there is any doubt of is missing. `purged`: what only goes to before that may have what is no more.
 */
export function takeSnapshots(
  directory: string,
  held: Holdings,
  { marked, purged, anew = [] }: { marked: readonly Marked[]; purged: number; anew?: readonly string[] },
): Taken {
  const own = fingerprintOf(held.catalog);
  const missing = new Set(held.types.keys());
  const retaken = new Set(anew);
  let through = Infinity;
  for (const one of marked.toSorted((a, b) => Number(b.fingerprint === own) - Number(a.fingerprint === own))) {
    const manifest = manifestOf(directory, one);
    if (!manifest || manifest.through < purged) continue;
    const folder = snapshotFolder(directory, one.fingerprint);
    for (const type of missing) {
      if (retaken.has(type) || !takeType(folder, manifest, held.types.get(type)!)) continue;
      missing.delete(type);
      through = Math.min(through, manifest.through);
    }
  }
  return { missing, through };
}
