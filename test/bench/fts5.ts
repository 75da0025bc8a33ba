/**
 * What somebody could build in an afternoon instead: a table in SQLite with the fields that are asked for, indices on them, and
 * an FTS5 table for words. The same cloud, the same questions, the same rows found; but in process, without HTTP or tokens, with
 * SQLite's own ranking, and for these fields alone.
 */
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { plugins } from "../../plugins/all.ts";
import { catalogOf, definitionOf } from "../../src/index/catalog.ts";
import { ANY_WORDS, entryOf, type Entry } from "../../src/index/entry.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf } from "../../src/index/operation.ts";
import type { Resource } from "../../src/index/resource.ts";
import { MID_SIZE, resources } from "./population.ts";
import type { Person } from "./questions.ts";

const catalog = catalogOf(plugins);
const BATCH = 1000;

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -200000;
  CREATE TABLE resource (n INTEGER PRIMARY KEY, project TEXT, public INTEGER, name TEXT, status TEXT, visibility TEXT,
    disk_format TEXT, os_version TEXT, size INTEGER, created INTEGER, document TEXT);
  CREATE INDEX by_project ON resource (project, created);
  CREATE INDEX by_public ON resource (public) WHERE public;
  CREATE INDEX by_status ON resource (status);
  CREATE INDEX by_created ON resource (created);
  CREATE INDEX by_name ON resource (name);
  CREATE TABLE tag (n INTEGER, tag TEXT, PRIMARY KEY (n, tag)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (name, anything, content = '');
`;

/** The resources of a batch, each once, as they are indexed. */
function entriesOf(from: number, count: number): Entry[] {
  const states = new Map<string, Resource>();
  for (const operation of resources(from, from + BATCH, count)) {
    const told = stateOf(operation);
    const key = `${told.ref.type}/${told.ref.id}`;
    states.set(key, merge(states.get(key) ?? told, told));
  }
  return [...states.values()].map((state) => entryOf(definitionOf(catalog, state.ref.type), state)!);
}

const first = ({ exact }: Entry, ...keys: string[]): SQLInputValue =>
  (keys.map((key) => exact[key]?.[0]).find((value) => value !== undefined) as SQLInputValue | undefined) ?? null;

function insert(database: DatabaseSync, table: string, columns: number): StatementSync {
  return database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill("?").join()})`);
}

/** A database of so many resources below a folder, and how many of them a second it took. */
export function filledDatabase(folder: string, count: number): { database: DatabaseSync; rate: number } {
  const database = new DatabaseSync(join(folder, "fts5.db"));
  database.exec(SCHEMA);
  const [rows, tags] = [insert(database, "resource", 11), insert(database, "tag", 2)];
  const words = database.prepare("INSERT INTO words (rowid, name, anything) VALUES (?, ?, ?)");
  let [n, took] = [0, 0];
  for (let from = 0; from < count; from += BATCH) {
    const entries = entriesOf(from, count);
    const began = performance.now(); // what it takes to make up a cloud is not measured
    database.exec("BEGIN");
    for (const entry of entries) {
      const { exact, words: told, source } = entry;
      const own = [first(entry, "visibility"), first(entry, "disk_format"), first(entry, "properties.os_version")];
      const when = first(entry, "created_at");
      const visible = [first(entry, "owner", "project_id"), exact["visibility"]?.[0] === "public" ? 1 : 0];
      const name = entry.folded["name"]?.[0] ?? null;
      rows.run(
        ++n,
        ...visible,
        name,
        first(entry, "status"),
        ...own,
        first(entry, "size"),
        when,
        JSON.stringify(source),
      );
      for (const tag of exact["tags"] ?? []) tags.run(n, tag as string);
      words.run(n, (told["name"] ?? []).join(" "), (told[ANY_WORDS] ?? []).join(" "));
    }
    database.exec("COMMIT");
    took += performance.now() - began;
  }
  return { database, rate: (n / took) * 1000 };
}

const RANKED = "FROM words JOIN resource ON n = words.rowid WHERE words MATCH";
const BEST = "bm25(words, 8, 1)";
const page = (number: number): string => `ORDER BY created DESC LIMIT 10 OFFSET ${(number - 1) * 10}`;

type Question = { readonly from: string; readonly order: string; readonly facets?: boolean };

/** Each search of the table as SQL, without who asks. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  term: { from: "FROM resource WHERE status = 'active'", order: "ORDER BY created DESC LIMIT 10" },
  "two words and a filter": {
    from: `${RANKED} 'ubuntu web' AND disk_format = 'qcow2'`,
    order: `ORDER BY ${BEST} LIMIT 10`,
  },
  "words with five facets": { from: `${RANKED} 'debian server'`, order: `ORDER BY ${BEST} LIMIT 10`, facets: true },
  prefix: {
    from: "FROM resource WHERE name >= 'fedora-1' AND name < 'fedora-2'",
    order: "ORDER BY created DESC LIMIT 10",
  },
  "range sorted by date, page 1": { from: "FROM resource WHERE size >= 4e9", order: page(1) },
  "range sorted by date, page 30": { from: "FROM resource WHERE size >= 4e9", order: page(30) },
  "range sorted by date, page 500": { from: "FROM resource WHERE size >= 4e9", order: page(500) },
  "everything, five facets, histogram": { from: "FROM resource WHERE 1", order: page(1), facets: true },
};

const COUNTED = ["status", "visibility", "disk_format", "os_version", "created / 2592000000000"];

/** What finds a person's answer to one of the searches of the table: its rows, their number, the counts of its facets. */
export function searchIn(database: DatabaseSync, { name }: Person, what: string): () => number {
  const { from, order, facets } = QUESTIONS[what]!;
  const scoped = name === "administrator" ? from : `${from} AND (project = '${MID_SIZE}' OR public)`;
  const counted = COUNTED.map(
    (field) => `SELECT ${field}, count(*) AS number FROM found GROUP BY 1 ORDER BY 2 DESC LIMIT 10`,
  );
  const tags = "SELECT tag, count(*) AS number FROM found JOIN tag USING (n) GROUP BY 1 ORDER BY 2 DESC LIMIT 10";
  const hits = database.prepare(`SELECT document ${scoped} ${order}`);
  const total = database.prepare(`SELECT count(*) AS number ${scoped}`);
  const found = `WITH found AS MATERIALIZED (SELECT n, ${COUNTED.slice(0, 4).join()}, created ${scoped}) `;
  const counts = facets ? [...counted, tags].map((select) => database.prepare(found + select)) : [];
  return () => {
    for (const { document } of hits.all()) JSON.parse(document as string);
    for (const statement of counts) statement.all();
    return Number(total.get()!["number"]);
  };
}
