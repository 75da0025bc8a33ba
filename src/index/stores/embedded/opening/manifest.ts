import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../tables/files.ts";
import type { Packed } from "../segments/pack.ts";
import type { Marked } from "../tables/snapshot-table.ts";

/** A segment in a file; `checksum` is of that and of `tree`. `live`: what is alive in it, base64. */
export type SavedSegment = {
  readonly file: string;
  readonly checksum: number;
  readonly tree: Packed["tree"];
  readonly live: string;
};

/** What was made of one type, by the program and definition `fingerprint`. */
export type SavedType = { readonly fingerprint: string; readonly segments: readonly SavedSegment[] };

/** An index as it was when the states had come to `through`. */
export type Manifest = { readonly through: number; readonly types: { readonly [type: string]: SavedType } };

export const manifestName = (token: string): string => `${token}.json`;

/** Where the snapshots are of one program with its types: what another saves or removes is elsewhere. */
export const snapshotFolder = (directory: string, fingerprint: string): string =>
  join(filesIn(directory).snapshot, fingerprint);

/** @throws where it is not there, or is none */
export const readManifest = (directory: string, { fingerprint, token }: Marked): Manifest =>
  JSON.parse(readFileSync(join(snapshotFolder(directory, fingerprint), manifestName(token)), "utf8")) as Manifest;

export function writeManifest(directory: string, { fingerprint, token }: Marked, manifest: Manifest): void {
  const folder = snapshotFolder(directory, fingerprint);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, manifestName(token)), JSON.stringify(manifest), { mode: 0o600 });
}
