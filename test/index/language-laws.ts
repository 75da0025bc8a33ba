import assert from "node:assert/strict";
import type { Operation } from "../../src/index/operation.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { asking, member, put } from "./worlds.ts";

const some = (text: string, edits: number): SearchQuery => ({
  kind: "some",
  fields: "any",
  text,
  atLeast: 1,
  edits,
  prefix: 0,
});
const near = (text: string, slop: number): SearchQuery => ({ kind: "near", fields: [{ name: "name" }], text, slop });

/** Words of three letters, one or two edits from `xyz`: more than any engine expands a word to when it ranks them. */
const NEIGHBOURS = [..."abcdefghijklmnopqrstuvw"].flatMap((a) =>
  [..."abcdefghijklmnopqrstuvw"].map((b) => `${a}y${b}`),
);

type Filled = (all: readonly Operation[], use: (store: IndexStore) => Promise<void>) => Promise<void>;

/** What inexact search promises in every store. */
export function languageLaws(law: (title: string, run: () => Promise<void>) => void, filled: Filled): void {
  const found = async (store: IndexStore, query: SearchQuery): Promise<string[]> =>
    (await store.search(asking(query), member("p1"))).hits.map(({ id }) => id).toSorted();

  law("hundreds of nearer words of others do not hide a word that is near enough", () =>
    filled(
      [
        put("mine", { owner: "p1", visibility: "private", name: "xqq", tags: ["xqq"] }),
        ...NEIGHBOURS.map((name, i) => put(`other${i}`, { owner: "p2", visibility: "private", name, tags: [name] })),
      ],
      async (store) => {
        assert.deepEqual(await found(store, some("xyz", 2)), ["mine"]);
        assert.deepEqual(await found(store, { ...some("xyz", 2), fields: [{ name: "tags" }] } as SearchQuery), [
          "mine",
        ]);
        assert.deepEqual(await found(store, some("xyz", 1)), []);
      },
    ),
  );

  law("a phrase with slop stays within one value, however many steps it may take", () =>
    filled(
      [
        put("apart", { owner: "p1", visibility: "private", name: ["red green", "blue"] }),
        put("swapped", { owner: "p1", visibility: "private", name: "blue green" }),
        put("between", { owner: "p1", visibility: "private", name: "green and some blue" }),
      ],
      async (store) => {
        assert.deepEqual(await found(store, near("green blue", 1)), []);
        assert.deepEqual(await found(store, near("green blue", 2)), ["between", "swapped"]);
        assert.deepEqual(await found(store, near("green blue", 50)), ["between", "swapped"]);
        assert.deepEqual(await found(store, near("blue blue green", 1)), ["swapped"]);
      },
    ),
  );

  law(
    "what is wrong in a filter behind the search or of a count is refused though nothing is there to be looked at",
    () =>
      filled([], async (store) => {
        const wrong: SearchQuery = { kind: "range", field: "stage", bounds: { gte: 1 } };
        const counted = { kind: "filter", query: wrong, aggregations: {} } as const;
        for (const more of [{ postFilter: wrong }, { aggregations: { counted } }])
          await assert.rejects(store.search(asking({ kind: "all" }, more), member("p1")), { code: "bad-request" });
      }),
  );
}
