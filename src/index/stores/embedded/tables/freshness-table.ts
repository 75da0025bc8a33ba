import { joined, UNKNOWN, type Freshness } from "../../../freshness.ts";
import type { Database } from "./sqlite.ts";

/** How fresh the index is, as JSON in the table's one row, where anything is known of that. */
export function freshnessIn(database: Database): Freshness {
  const told = database.prepare("SELECT told FROM freshness").get()?.["told"];
  return told === undefined ? UNKNOWN : (JSON.parse(String(told)) as Freshness);
}

/** Joins what is told to what is kept. To be run in a transaction. */
export function noteFreshness(database: Database, told: Freshness): void {
  const text = JSON.stringify(joined(freshnessIn(database), told));
  database.exec("DELETE FROM freshness");
  database.prepare("INSERT INTO freshness VALUES (?)").run(text);
}
