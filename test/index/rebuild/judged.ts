import assert from "node:assert/strict";
import type { Catalog } from "../../../src/index/catalog.ts";
import { canonical } from "../../../src/index/json.ts";
import type { Operation } from "../../../src/index/operation.ts";
import { indexerScope } from "../../../src/index/scope.ts";
import type { IndexStore, SearchAnswer } from "../../../src/index/store.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import { assertSame } from "../../faults/same.ts";
import { admin, asking, fold, member, ROCKET } from "../worlds.ts";

async function statesOf(store: IndexStore): Promise<string[]> {
  const states: string[] = [];
  for await (const state of store.scan(ROCKET, indexerScope())) states.push(canonical(state));
  return states.toSorted();
}

/** Counts by every field that a rebuild with a new one could leave behind, for everybody and for a project. */
async function answersOf(store: IndexStore): Promise<SearchAnswer[]> {
  const aggregations = {
    pads: { kind: "terms", field: "pad", size: 20 },
    states: { kind: "terms", field: "status", size: 20 },
    names: { kind: "terms", field: "name", size: 100 },
  } as const;
  const request = asking({ kind: "all" }, { size: 200, sort: [{ field: "size", order: "desc" }], aggregations });
  return Promise.all([admin(), member("p1"), member("p2")].map((scope) => store.search(request, scope)));
}

/** Whether a store holds the fold of all that was told, and says what the reference says of it: nothing missing, nothing stale. */
export async function judged(store: IndexStore, catalog: Catalog, told: readonly Operation[]): Promise<void> {
  await store.refresh();
  assertSame("states", await statesOf(store), fold(told));
  const reference = memoryStore(catalog);
  await reference.apply(told);
  assert.deepEqual(await answersOf(store), await answersOf(reference));
  assert.deepEqual(await store.outdated(), []);
}
