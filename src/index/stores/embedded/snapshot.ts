import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { countBits, type Bits } from "./bitset.ts";
import { filesIn } from "./files.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { flush, heldIn, type Held } from "./type-holdings.ts";
import type { Holdings } from "./holdings.ts";
import type { Packed } from "./pack.ts";
import { readSegment, writeSegment } from "./segment-file.ts";

type SavedSegment = {
  readonly file: string;
  readonly checksum: number;
  readonly tree: Packed["tree"];
  /** What is alive in it, base64. */
  readonly live: string;
};

/** An index as it was when the states had come to `through`, by the program `fingerprint`. */
type Manifest = {
  readonly fingerprint: string;
  readonly through: number;
  readonly types: { readonly [type: string]: readonly SavedSegment[] };
};

const manifestName = (token: string): string => `${token}.json`;

/** The files that segments in use were written to, or read from. */
const written = new WeakMap<Held, Pick<SavedSegment, "file" | "checksum">>();

async function saveSegment(folder: string, held: Held, live: Bits): Promise<SavedSegment> {
  let saved = written.get(held);
  if (!saved) {
    const file = `${randomUUID()}.segment`;
    saved = { file, checksum: await writeSegment(join(folder, file), held.packed.memory) };
    written.set(held, saved);
  }
  return {
    ...saved,
    tree: held.packed.tree,
    live: Buffer.from(live.buffer, live.byteOffset, live.byteLength).toString("base64"),
  };
}

/**
 * Writes an index beside the states that it was made from, while searches go on; resolves to a token. The snapshot counts
 * once the token is in the database, for then that has everything it was made from: one put back from an older copy has not.
 */
export async function saveSnapshot(directory: string, held: Holdings, through: number): Promise<string> {
  const folder = filesIn(directory).snapshot;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const holdings of held.types.values()) flush(holdings, 0);
  // As of now: what changes while this is written is not in it.
  const now = [...held.types].map(
    ([type, { segments }]) => [type, segments.map((segment) => ({ segment, live: segment.live.slice() }))] as const,
  );
  const types: Record<string, SavedSegment[]> = {};
  for (const [type, segments] of now) {
    const saved: SavedSegment[] = [];
    for (const { segment, live } of segments) saved.push(await saveSegment(folder, segment, live));
    types[type] = saved;
  }
  const token = randomUUID();
  const manifest: Manifest = { fingerprint: fingerprintOf(held.catalog), through, types };
  writeFileSync(join(folder, manifestName(token)), JSON.stringify(manifest), { mode: 0o600 });
  return token;
}

/** Removes what no longer counts, once a newer snapshot does. */
export function sweepSnapshots(directory: string, token: string): void {
  const folder = filesIn(directory).snapshot;
  const { types } = JSON.parse(readFileSync(join(folder, manifestName(token)), "utf8")) as Manifest;
  const used = new Set([
    manifestName(token),
    ...Object.values(types).flatMap((saved) => saved.map(({ file }) => file)),
  ]);
  for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(join(folder, file), { force: true });
}

function restored(folder: string, { file, checksum, tree, live }: SavedSegment, held: Holdings, type: string): Held {
  const memory = readSegment(join(folder, file), checksum);
  if (!memory) throw new Error(`${file} is not what was written`);
  const segment = heldIn(held.types.get(type)!.definition, { tree, memory });
  const bytes = Buffer.from(live, "base64");
  segment.live.set(new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
  written.set(segment, { file, checksum });
  return Object.assign(segment, { alive: countBits(segment.live) });
}

/**
 * Takes over the snapshot that the database names, and returns the sequence it goes to. 0 when there is none, or any doubt
 * whether it is whole and this program's own: it is only a cache, and the states have everything.
 */
export function loadSnapshot(directory: string, held: Holdings, token: string | undefined): number {
  if (token === undefined) return 0;
  const folder = filesIn(directory).snapshot;
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestName(token)), "utf8")) as Manifest;
    if (manifest.fingerprint !== fingerprintOf(held.catalog)) return 0;
    const all = Object.entries(manifest.types).map(
      ([type, saved]) => [type, saved.map((one) => restored(folder, one, held, type))] as const,
    );
    for (const [type, segments] of all) held.types.get(type)!.segments = segments;
    return manifest.through;
  } catch {
    return 0;
  }
}
