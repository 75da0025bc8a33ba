import assert from "node:assert/strict";
import type { Catalog } from "../../src/index/catalog.ts";
import { canonical } from "../../src/index/json.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";

/** Every state of every type, as text, sorted: two stores that hold the same in every field give the same. */
export async function everything(store: IndexStore, catalog: Catalog): Promise<string[]> {
  const states: string[] = [];
  for (const type of catalog.keys())
    for await (const state of store.scan(type, indexerScope())) states.push(canonical(state));
  return states.toSorted();
}

/** Fails with how many differ and the first few, rather than with megabytes of them. */
export function assertSame(what: string, held: readonly string[], told: readonly string[]): void {
  const [have, want] = [new Set(held), new Set(told)];
  const wrong = held.filter((text) => !want.has(text));
  const missing = told.filter((text) => !have.has(text));
  const examples = [...wrong.slice(0, 2), ...missing.slice(0, 2)];
  assert.deepEqual(
    { what, count: held.length, wrong: wrong.length, missing: missing.length, examples },
    { what, count: told.length, wrong: 0, missing: 0, examples: [] },
  );
}
