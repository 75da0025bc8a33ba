import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { typesFor } from "../../src/index/catalog.ts";
import type { Hit } from "../../src/index/hit.ts";
import type { Operation } from "../../src/index/operation.ts";
import { prefixPattern } from "../../src/index/pattern.ts";
import { placeOf } from "../../src/index/place.ts";
import type { SearchRequest } from "../../src/index/request.ts";
import type { Scope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { operations, requests, scopes } from "./arbitraries.ts";
import type { Using } from "./store-laws.ts";
import { asking, catalog, member, put, TYPES } from "./worlds.ts";

const LARGE = 1000;
const PAGES = [1, 2, 3, 7];

/** A search of what this scope may search, from the start; undefined where the index refuses it. */
type Walk = { readonly request: SearchRequest; readonly scope: Scope; readonly page: number };
const walks: fc.Arbitrary<Walk> = fc
  .record({ request: requests(TYPES), scope: scopes, page: fc.constantFrom(...PAGES) })
  .map(({ request, scope, page }) => {
    const types = request.types.filter((type) => typesFor(catalog, scope).includes(type));
    return { request: { ...request, types, from: 0, size: page, aggregations: {} }, scope, page };
  });

const refused = async (store: IndexStore, { request, scope }: Walk): Promise<boolean> =>
  store.search({ ...request, size: 1 }, scope).then(
    () => false,
    (error: { code?: string }) => error.code === "bad-request",
  );

/** Every hit of a search, page by page; `between` runs after each page that is not the last. */
async function walked(
  store: IndexStore,
  { request, scope, page }: Walk,
  between: (pages: number) => Promise<void> = async () => {},
): Promise<Hit[]> {
  const all: Hit[] = [];
  let asked = request;
  for (let pages = 1; ; pages++) {
    assert.ok(pages < LARGE, "the walk ends");
    const { hits } = await store.search(asked, scope);
    all.push(...hits);
    if (hits.length < page) return all;
    await between(pages);
    asked = { ...request, after: placeOf(hits.at(-1)!) };
  }
}

const big = ({ request }: Walk): SearchRequest => ({ ...request, size: LARGE });
const nameOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/** What holds for walking by place: nothing is skipped or repeated, whatever happens meanwhile to other resources. */
export function pagingLaws(using: Using, runs: number, skip: string | false): void {
  const law = (title: string, run: () => Promise<void>): void => void test(title, { skip }, run);

  law("walking from place to place gives what one large page gives, total and all", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { minLength: 10, maxLength: 60 }),
        fc.array(walks, { minLength: 10, maxLength: 20 }),
        async (all, asked) =>
          using(async (store) => {
            await store.apply(all);
            await store.refresh();
            for (const { request, ...how } of asked) {
              const walk = {
                ...how,
                request: { ...request, query: { kind: "boost", of: request.query, by: 1.3 } },
              } as const;
              if (await refused(store, walk)) continue;
              const whole = await store.search(big(walk), walk.scope);
              assert.deepEqual(await walked(store, walk), whole.hits, JSON.stringify(walk));
              const last = whole.hits.at(-1);
              const beyond = last && (await store.search({ ...big(walk), after: placeOf(last) }, walk.scope));
              if (beyond) assert.deepEqual(beyond, { ...whole, hits: [] });
            }
          }),
      ),
      { numRuns: runs },
    ),
  );

  law("types whose hits all score alike are ordered by score behind a place of another type", () =>
    using(async (store) => {
      const [weak, strong] = [
        { name: "visibility", weight: 2 },
        { name: "metadata.x", weight: 5 },
      ];
      const probe = { project_id: "p1", metadata: { x: "p" }, created_at: "2020-01-01" };
      const rocket = { owner: "p1", visibility: "private", created_at: "2026-01-01" };
      await store.apply([put("a", rocket), put("b", probe, 10, "self", "Test::Acme::Probe")]);
      await store.refresh();
      const query = { kind: "pattern", fields: [weak, strong], pattern: prefixPattern("p") } as const;
      const request = asking(query, { types: TYPES.slice(0, 2), size: 1 });
      const found = await walked(store, { request, scope: member("p1"), page: 1 });
      assert.deepEqual(
        found.map(({ id, score }) => [id, score]),
        [
          ["b", 5],
          ["a", 2],
        ],
      );
    }),
  );

  law("behind a place whose resource has changed or gone, a search goes on as the reference does", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { minLength: 10, maxLength: 60 }),
        fc.array(operations(), { minLength: 1, maxLength: 20 }),
        fc.array(fc.tuple(walks, fc.nat({ max: 9 })), { minLength: 10, maxLength: 20 }),
        async (before, meanwhile, asked) =>
          using(async (store) => {
            const [old, reference] = [memoryStore(catalog), memoryStore(catalog)];
            await old.apply(before);
            await reference.apply([...before, ...meanwhile]);
            await store.apply([...before, ...meanwhile]);
            await store.refresh();
            for (const [walk, i] of asked) {
              if (await refused(old, walk)) continue;
              const { hits } = await old.search(big(walk), walk.scope);
              if (hits.length === 0) continue;
              const request = { ...big(walk), after: placeOf(hits[i % hits.length]!) };
              const expected = await reference.search(request, walk.scope);
              assert.deepEqual(await store.search(request, walk.scope), expected, JSON.stringify(request));
            }
          }),
      ),
      { numRuns: runs },
    ),
  );

  law("while the index changes, no resource that does not change is skipped or repeated", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { minLength: 10, maxLength: 60 }),
        fc.array(fc.array(operations(["r1", "r3", "R9", "new"]), { minLength: 1, maxLength: 8 }), { minLength: 5 }),
        walks,
        async (all, meanwhile, walk) =>
          using(async (store) => {
            await store.apply(all);
            await store.refresh();
            if (await refused(store, walk)) return;
            const before = await store.search(big(walk), walk.scope);
            const changing = new Set(meanwhile.flat().map(({ ref }) => nameOf(ref)));
            const still = (hits: readonly Hit[]): Hit[] => hits.filter((hit) => !changing.has(nameOf(hit)));
            const found = await walked(store, walk, async (pages) => {
              const changes: readonly Operation[] = meanwhile[pages - 1] ?? [];
              await store.apply(changes);
              await store.refresh();
            });
            assert.deepEqual(still(found), still(before.hits));
          }),
      ),
      { numRuns: runs * 2 },
    ),
  );
}
