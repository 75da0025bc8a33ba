import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { typesFor } from "../../src/index/catalog.ts";
import { canonical } from "../../src/index/json.ts";
import type { SearchRequest } from "../../src/index/request.ts";
import type { Scope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { operations, requests, scopes } from "./arbitraries.ts";
import { catalog, fold, states, TYPES } from "./worlds.ts";

/** An answer, or the code of the refusal: stores must agree on both. */
const outcomeOf = (store: IndexStore, request: SearchRequest, scope: Scope): Promise<unknown> =>
  store.search(request, scope).catch((error: unknown) => ({ refused: (error as { code?: string }).code ?? error }));

/** Opens an empty store for the time of a use. */
export type Using = (use: (store: IndexStore) => Promise<void>) => Promise<void>;

/** `npm run test:differential` asks for more than the usual number of worlds. */
const WORLDS = Number(process.env["DIFFERENTIAL_WORLDS"] ?? 0);

/** What holds for any operations and any searches: convergence, and the same answers as the reference. */
export function storeLaws(using: Using, runs: number, skip: string | false): void {
  const law = (title: string, run: () => Promise<void>): void => void test(title, { skip }, run);

  law("any operations, in any order and split anyhow, end in the join of all of them", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { maxLength: 40 }),
        fc.array(fc.nat({ max: 39 })),
        fc.nat(),
        async (all, repeats, cut) => {
          const told = [...all, ...repeats.flatMap((i) => (all[i] ? [all[i]] : []))].toSorted((a, b) =>
            canonical(a).localeCompare(canonical(b)),
          );
          await using(async (store) => {
            const half = cut % (told.length + 1);
            await store.apply(told.slice(half));
            await store.apply(told.slice(0, half));
            await store.refresh();
            assert.deepEqual(await states(store), fold(all));
          });
        },
      ),
      { numRuns: Math.ceil(runs / 4) },
    ),
  );

  law("any search of anybody gives what the reference gives: hits, order, scores, totals, counts", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { minLength: 5, maxLength: 60 }),
        fc.array(fc.tuple(requests(TYPES), scopes), { minLength: 20, maxLength: 40 }),
        async (all, asked) => {
          const reference = memoryStore(catalog);
          await reference.apply(all);
          await using(async (store) => {
            await store.apply(all);
            await store.refresh();
            for (const [request, scope] of asked) {
              const allowed = {
                ...request,
                types: request.types.filter((type) => typesFor(catalog, scope).includes(type)),
              };
              const expected = await outcomeOf(reference, allowed, scope);
              assert.deepEqual(await outcomeOf(store, allowed, scope), expected, JSON.stringify([allowed, scope]));
            }
          });
        },
      ),
      { numRuns: Math.max(runs, WORLDS) },
    ),
  );
}
