import { exists, type Ref, type Resource } from "../../../resource.ts";
import type { Database } from "./sqlite.ts";

/** One state as it is kept; `text` is its JSON, not yet read, and `stands` whether it exists by that. */
export type StateRow = {
  readonly sequence: number;
  readonly ref: Ref;
  readonly text: string;
  readonly stands: boolean;
};

/** The states on disk: the truth that everything in memory is made from. All of it is synchronous. */
export type StateTable = {
  /** What is kept of a resource, as JSON. */
  readonly read: (ref: Ref) => string | undefined;
  /** What was written with this sequence, unless something newer took its place. */
  readonly readAt: (sequence: number) => string | undefined;
  /** What was written after this sequence, oldest first; each resource once. */
  readonly since: (sequence: number) => Iterable<StateRow>;
  /**
   * What stands between two sequences, the later one with it, oldest first, at most so many: of these types with its text,
   * of others with an empty one, which costs nothing to read.
   */
  readonly between: (after: number, through: number, types: readonly string[], most: number) => Iterable<StateRow>;
  /** The greatest sequence of what is kept; 0 of nothing. */
  readonly last: () => number;
  /** How many resources of a type exist. */
  readonly existing: (type: string) => number;
  /** Whether there is any state of a type. */
  readonly has: (type: string) => boolean;
  /** How many states there are; counted no further than `most`. */
  readonly count: (most?: number) => number;
  /** The states of a type in the order of their ids (as JSON strings), after this one, at most `limit`. */
  readonly page: (type: string, after: string, limit: number) => readonly { id: string; text: string }[];
  /** Puts a state in place of what was there; returns its sequence. */
  readonly write: (state: Resource, text: string) => number;
  /** Takes away what does not exist and was written before this time; returns how many. */
  readonly purge: (before: number) => number;
  /** The greatest sequence that was ever purged. */
  readonly purgedThrough: () => number;
};

/** SQLite's word for no limit is -1. */
const limitOf = (most: number): number => (Number.isFinite(most) ? most : -1);

const rowOf = (row: Record<string, unknown>): StateRow => ({
  sequence: Number(row["sequence"]),
  ref: { type: String(row["type"]), id: JSON.parse(String(row["id"])) as string },
  text: String(row["state"]),
  stands: row["at_rest"] === null,
});

const jsonId = (id: string): string => JSON.stringify(id);

/** Cut short: statements are prepared once, for preparing costs as much as running. */
export function stateTable(database: Database): StateTable {
  const read = database.prepare("SELECT state FROM resources WHERE type = ? AND id = ?");
  const readAt = database.prepare("SELECT state FROM resources WHERE sequence = ?");
  const since = database.prepare(
    "SELECT sequence, type, id, at_rest, state FROM resources WHERE sequence > ? ORDER BY sequence",
  );
  const between = database.prepare(
    "SELECT sequence, type, id, at_rest, iif(type IN (SELECT value FROM json_each(?)), state, '') AS state FROM resources " +
      "WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?",
  );
  const greatest = database.prepare("SELECT coalesce(max(sequence), 0) AS last FROM resources");
  const existing = database.prepare("SELECT count(*) AS n FROM resources WHERE type = ? AND at_rest IS NULL");
  const has = database.prepare("SELECT 1 FROM resources WHERE type = ? LIMIT 1");
  const counted = database.prepare("SELECT count(*) AS n FROM (SELECT 1 FROM resources LIMIT ?)");
  const page = database.prepare("SELECT id, state FROM resources WHERE type = ? AND id > ? ORDER BY id LIMIT ?");
  const write = database.prepare("INSERT OR REPLACE INTO resources (type, id, at_rest, state) VALUES (?, ?, ?, ?)");
  const last = database.prepare("SELECT max(sequence) AS last FROM resources WHERE at_rest < ?");
  const purge = database.prepare("DELETE FROM resources WHERE at_rest < ?");
  const mark = database.prepare("UPDATE purges SET through = max(through, ?)");
  const through = database.prepare("SELECT through FROM purges");
  const textOf = (row: Record<string, unknown> | undefined): string | undefined => row && String(row["state"]);
  return {
    read: ({ type, id }) => textOf(read.get(type, jsonId(id))),
    readAt: (sequence) => textOf(readAt.get(sequence)),
    *since(sequence) {
      for (const row of since.iterate(sequence)) yield rowOf(row);
    },
    *between(after, through, types, most) {
      for (const row of between.iterate(JSON.stringify(types), after, through, limitOf(most))) yield rowOf(row);
    },
    last: () => Number(greatest.get()!["last"]),
    existing: (type) => Number(existing.get(type)!["n"]),
    has: (type) => has.get(type) !== undefined,
    count: (most = Infinity) => Number(counted.get(limitOf(most))!["n"]),
    page: (type, after, limit) =>
      page.all(type, after, limit).map((row) => ({ id: String(row["id"]), text: String(row["state"]) })),
    write(state, text) {
      const atRest = exists(state) ? null : Date.now() * 1000;
      return Number(write.run(state.ref.type, jsonId(state.ref.id), atRest, text).lastInsertRowid);
    },
    purge(before) {
      mark.run(Number(last.get(before)?.["last"] ?? 0));
      return Number(purge.run(before).changes);
    },
    purgedThrough: () => Number(through.get()?.["through"]),
  };
}

/** Runs all of it or none of it; what it returns is returned once that is on disk. */
export function inTransaction<T>(database: Database, work: () => T, begin = "BEGIN IMMEDIATE"): T {
  database.exec(begin);
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
