import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Json } from "../../../src/index/json.ts";
import type { Operation } from "../../../src/index/operation.ts";
import type { Aggregation } from "../../../src/index/aggregations/aggregation.ts";
import type { SearchQuery } from "../../../src/index/query.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { embeddedStore, type EmbeddedOptions } from "../../../src/index/stores/embedded/store.ts";
import { admin, asking, put, states } from "../worlds.ts";

/** The module of the contract's types, as the store's thread imports it. */
export const definitions = new URL("../contract-types.ts", import.meta.url);

/** A directory of a test's own, gone after it. */
export function directoryOf(t: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), "searchlight-"));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A store in a directory, closed after the test at the latest. */
export async function opened(
  t: TestContext,
  directory: string,
  options: Pick<EmbeddedOptions, "readOnly" | "beside" | "worthSaving" | "much" | "searchers"> = {},
): Promise<IndexStore> {
  const store = await embeddedStore({ directory, definitions, ...options });
  t.after(() => store.close());
  return store;
}

/** Rockets `r<from>` … as many as wanted, each with its number as size. */
export const rockets = (count: number, from = 0, observed = 10): Operation[] =>
  Array.from({ length: count }, (_, i) =>
    put(
      `r${from + i}`,
      {
        owner: "p1",
        visibility: "private",
        name: `rocket ${(from + i) % 7}`,
        size: from + i,
        crew: [
          { role: "pilot", age: i % 5 },
          { role: "cook", age: i % 3 },
        ].slice(i % 3),
      },
      observed,
    ),
  );

const COOK: SearchQuery = { kind: "terms", field: "crew.role", values: ["cook"] };
const AGES: Aggregation = { kind: "terms", field: "crew.age", size: 9 };

/** All that a store says that its users could compare: every state, and searches that use every part of the index. */
export async function everythingSaid(store: IndexStore): Promise<Json> {
  const asked = [
    asking({ kind: "all" }, { sort: [{ field: "size", order: "desc" }] }),
    asking({ kind: "words", fields: "any", text: "rocket 3", mode: "phrase" }),
    asking({
      kind: "nested",
      path: "crew",
      of: { kind: "and", of: [COOK, { kind: "terms", field: "crew.age", values: [2] }] },
    }),
    asking(COOK, { size: 0, aggregations: { crew: { kind: "nested", path: "crew", aggregations: { a: AGES } } } }),
    asking({ kind: "range", field: "size", bounds: { gte: 3, lt: 40 } }),
    asking({ kind: "all" }, { size: 0, aggregations: { names: { kind: "terms", field: "name", size: 50 } } }),
  ];
  const answers = await Promise.all(asked.map((request) => store.search(request, admin())));
  return JSON.parse(JSON.stringify([await states(store), answers])) as Json;
}
