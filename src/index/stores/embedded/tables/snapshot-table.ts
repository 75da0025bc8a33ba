import type { Database } from "./sqlite.ts";

/** Which snapshot counts of those that one program with its types made. */
export type Marked = { readonly fingerprint: string; readonly token: string };

/** So many programs' snapshots are kept: one to go on with, one to go back to. */
const KEPT = 2;

/** The snapshots that hold everything up to their sequence, the one that was marked last first. */
export function snapshotsIn(database: Database): Marked[] {
  const known = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'snapshots'").get();
  if (!known) return [];
  const rows = database.prepare("SELECT fingerprint, token FROM snapshots ORDER BY place DESC").all();
  return rows.map((row) => ({ fingerprint: String(row["fingerprint"]), token: String(row["token"]) }));
}

/** Forgets snapshots; returns whose. To be run in a transaction. */
export function forgetSnapshots(database: Database, forgotten: readonly Marked[]): string[] {
  const remove = database.prepare("DELETE FROM snapshots WHERE fingerprint = ?");
  for (const { fingerprint } of forgotten) remove.run(fingerprint);
  return forgotten.map(({ fingerprint }) => fingerprint);
}

/**
 * Says that a snapshot counts, instead of its maker's one before. Returns whose were forgotten for it, of those that nobody
 * marked for longest. To be run in a transaction.
 */
export function markSnapshot(database: Database, { fingerprint, token }: Marked): string[] {
  const next = "(SELECT coalesce(max(place), 0) + 1 FROM snapshots)";
  database.prepare(`INSERT OR REPLACE INTO snapshots VALUES (?, ?, ${next})`).run(fingerprint, token);
  return forgetSnapshots(database, snapshotsIn(database).slice(KEPT));
}
