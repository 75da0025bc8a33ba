import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";
import { everything } from "./same.ts";

export const catalog = catalogOf(plugins);

/** What must be held in the end: every record handled once, in a store that cannot fail; and what cannot be used, sorted. */
export type Truth = { readonly states: readonly string[]; readonly rejected: readonly string[] };

/** Bytes as text that tells all of them. */
export const textOf = (value: Uint8Array): string => Buffer.from(value).toString("latin1");

export async function truthOf(records: readonly Buffer[]): Promise<Truth> {
  const store = memoryStore(catalog);
  const told = records.map((value) => ({ value, from: "truth", timestamp: 0 }));
  const results = await handle(told, routerOf(plugins), store);
  const rejected = records.filter((_, i) => results[i]!.result === "rejected").map(textOf);
  return { states: await everything(store, catalog), rejected: rejected.toSorted() };
}
