import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../tables/files.ts";
import { fingerprintOf, typeFingerprint } from "./fingerprint.ts";
import type { Holdings } from "../holdings/holdings.ts";
import {
  manifestName,
  readManifest,
  snapshotFolder,
  writeManifest,
  type SavedSegment,
  type SavedType,
} from "./manifest.ts";
import { writeSegment } from "../segments/segment-file.ts";
import type { Marked } from "../tables/snapshot-table.ts";
import { flush, type Held } from "../segments/type-holdings.ts";

/** The files that segments in use were written to, or read from, and the folder that those are in. */
export const written = new WeakMap<Held, Pick<SavedSegment, "file" | "checksum"> & { readonly folder: string }>();

async function saveSegment(folder: string, held: Held, live: Uint32Array): Promise<SavedSegment> {
  let saved = written.get(held);
  if (!saved || saved.folder !== folder || !existsSync(join(folder, saved.file))) {
    const file = `${randomUUID()}.segment`;
    saved = { folder, file, checksum: await writeSegment(join(folder, file), held.packed) };
    written.set(held, saved);
  }
  return {
    file: saved.file,
    checksum: saved.checksum,
    tree: held.packed.tree,
    live: Buffer.from(live.buffer, live.byteOffset, live.byteLength).toString("base64"),
  };
}

/**
 * Writes an index beside the states that it was made from, while searches go on. The snapshot counts once it is marked in the
 * database, for then that has everything it was made from: one put back from an older copy has not.
 */
export async function saveSnapshot(directory: string, held: Holdings, through: number): Promise<Marked> {
  const marked = { fingerprint: fingerprintOf(held.catalog), token: randomUUID() };
  const folder = snapshotFolder(directory, marked.fingerprint);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const holdings of held.types.values()) flush(holdings, 0);
  // As of now: what changes while this is written is not in it.
  const now = [...held.types.values()].map(({ definition, segments }) => ({
    definition,
    segments: segments.map((segment) => ({ segment, live: segment.live.words.slice() })),
  }));
  const types: Record<string, SavedType> = {};
  for (const { definition, segments } of now) {
    const saved: SavedSegment[] = [];
    for (const { segment, live } of segments) saved.push(await saveSegment(folder, segment, live));
    types[definition.type] = { fingerprint: typeFingerprint(definition), segments: saved };
  }
  writeManifest(directory, marked, { through, types });
  return marked;
}

/** Removes what no longer counts of one program's snapshots, once a newer one does. */
function sweepFolder(directory: string, marked: Marked): void {
  const folder = snapshotFolder(directory, marked.fingerprint);
  const { types } = readManifest(directory, marked);
  const files = Object.values(types).flatMap(({ segments }) => segments.map(({ file }) => file));
  const used = new Set([manifestName(marked.token), ...files]);
  for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(join(folder, file), { force: true });
}

/**
 * Removes what a program's older snapshots left, and those of others that were forgotten; what any other has saved, or is
 * saving, stays. Earlier versions had no folders.
 */
export function sweepSnapshots(directory: string, marked: Marked, forgotten: readonly string[]): void {
  sweepFolder(directory, marked);
  for (const fingerprint of forgotten) rmSync(snapshotFolder(directory, fingerprint), { recursive: true, force: true });
  const all = filesIn(directory).snapshot;
  for (const entry of readdirSync(all, { withFileTypes: true }))
    if (entry.isFile()) rmSync(join(all, entry.name), { force: true });
}
