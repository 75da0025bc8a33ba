import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Fields } from "../../src/index/json.ts";
import type { Operation } from "../../src/index/operation.ts";
import { termsIn } from "../../src/index/aggregations/counted.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import { type Scope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { keepingLaws } from "./keeping-laws.ts";
import { languageLaws } from "./language-laws.ts";
import { pagingLaws } from "./paging-laws.ts";
import { storeLaws } from "./store-laws.ts";
import { suggestLaws } from "./suggest-laws.ts";
import { admin, asking, member, PROBE, put, remove, ROCKET } from "./worlds.ts";

const ids = async (store: IndexStore, query: SearchQuery, scope: Scope): Promise<string[]> =>
  (await store.search(asking(query), scope)).hits.map(({ id }) => id);

const own = (fields: Fields = {}): Fields => ({ owner: "p1", visibility: "private", ...fields });

/** What is visible to whom: [what, fields, members, who lists it, who reads it by id]. */
const VISIBILITY: [string, Fields, { [project: string]: string }, string, string][] = [
  ["a private resource is its owner's", own(), {}, "p1", "p1"],
  ["a public one is everybody's", own({ visibility: "public" }), {}, "p1 p2 p3", "p1 p2 p3"],
  ["a community one is read by everybody, listed by its owner", own({ visibility: "community" }), {}, "p1", "p1 p2 p3"],
  [
    "a shared one is listed by accepted members, read by pending ones",
    own({ visibility: "shared" }),
    { p2: "accepted", p3: "pending" },
    "p1 p2",
    "p1 p2 p3",
  ],
  ["membership means nothing while it is private", own(), { p2: "accepted" }, "p1", "p1"],
  ["without an owner it is nobody's", { visibility: "private" }, {}, "", ""],
];

/**
 * What every store promises, whatever engine is behind it. `open` opens an empty store; `runs` is how many generated
 * worlds are compared with the reference.
 */
export function storeContract(
  name: string,
  open: () => Promise<IndexStore>,
  { runs = 60, skip = false }: { runs?: number; skip?: string | false } = {},
): void {
  const using = async (use: (store: IndexStore) => Promise<void>): Promise<void> => {
    const store = await open();
    try {
      await use(store);
    } finally {
      await store.close();
    }
  };
  const filled = (all: readonly Operation[], use: (store: IndexStore) => Promise<void>): Promise<void> =>
    using(async (store) => {
      const outcomes = await store.apply(all);
      assert.deepEqual(
        outcomes,
        all.map(() => ({ stored: true })),
      );
      await store.refresh();
      await use(store);
    });
  const law = (title: string, run: () => Promise<void>): void => void test(title, { skip }, run);

  describe(`store contract: ${name}`, () => {
    law("an empty index answers with nothing, completely", () =>
      using(async (store) => {
        await store.ready();
        const answer = await store.search(asking({ kind: "all" }), admin());
        assert.deepEqual(answer, { total: 0, hits: [], aggregations: {}, complete: true, reasons: [] });
        assert.equal(await store.get({ type: ROCKET, id: "none" }, admin()), undefined);
      }),
    );

    law("what is a user's own is that user's in every project, and no project's or other user's of such a name", () =>
      filled(
        [
          put("x", { owner: "p1", visibility: "private", captain: "ada" }),
          put("y", { visibility: "private", captain: "p2" }),
          put("z", { owner: "user:ada", visibility: "private" }),
        ],
        async (store) => {
          const seen = async (scope: Scope): Promise<string> => {
            const listed = await ids(store, { kind: "all" }, scope);
            const read = await Promise.all(["x", "y", "z"].map((id) => store.get({ type: ROCKET, id }, scope)));
            assert.deepEqual(listed.toSorted(), read.flatMap((hit) => hit?.id ?? []).toSorted());
            return listed.toSorted().join("");
          };
          assert.deepEqual(
            [await seen(member("p2", "ada")), await seen(member("p3", "ada")), await seen(member("p1", "ada"))],
            ["x", "x", "x"],
          );
          assert.deepEqual(
            [await seen(member("p2", "bob")), await seen(member("ada", "bob")), await seen(member("p3", "p2"))],
            ["", "", "y"],
          );
          assert.deepEqual([await seen(member("user:ada", "bob")), await seen(member("p3", "user:ada"))], ["z", ""]);
        },
      ),
    );

    for (const [title, fields, members, listed, read] of VISIBILITY) {
      law(title, () =>
        filled(
          [
            put("x", fields),
            ...Object.entries(members).map(([project, status]) => put("x", { status }, 11, `members/${project}`)),
          ],
          async (store) => {
            for (const project of ["p1", "p2", "p3"]) {
              assert.equal(
                (await ids(store, { kind: "all" }, member(project))).length === 1,
                listed.includes(project),
                `${project} lists it`,
              );
              assert.equal(
                (await store.get({ type: ROCKET, id: "x" }, member(project))) !== undefined,
                read.includes(project),
                `${project} reads it`,
              );
            }
            assert.deepEqual(await ids(store, { kind: "all" }, admin()), ["x"]);
            assert.ok(await store.get({ type: ROCKET, id: "x" }, admin(false)));
          },
        ),
      );
    }

    law("administrators' fields do not exist for others: not in the document, not in a search, a count or a sort", () =>
      filled([put("x", own({ secret: "hush" })), put("y", own({ secret: "rush" }))], async (store) => {
        const asked = asking(
          { kind: "terms", field: "secret", values: ["hush"] },
          { aggregations: { s: { kind: "terms", field: "secret", size: 9 } } },
        );
        assert.equal((await store.search(asked, admin())).total, 1);
        assert.equal((await store.search(asked, member("p1"))).total, 0);
        const all = await store.search(
          { ...asked, query: { kind: "all" }, sort: [{ field: "secret", order: "desc" }] },
          member("p1"),
        );
        assert.deepEqual(
          all.hits.map((hit) => [hit.id, hit.sort, "secret" in hit.source]),
          [
            ["x", [null], false],
            ["y", [null], false],
          ],
        );
        assert.deepEqual(all.aggregations["s"], { buckets: [], others: 0, distinct: 0 });
        assert.deepEqual(
          await ids(store, { kind: "words", fields: "any", text: "hush", mode: "any" }, member("p1")),
          [],
        );
        assert.deepEqual(await ids(store, { kind: "words", fields: "any", text: "hush", mode: "any" }, admin()), ["x"]);
      }),
    );

    law("what a hidden-by field hides is left out unless the search names the field", () =>
      filled([put("x", own({ hidden: true })), put("y", own({ hidden: false }))], async (store) => {
        assert.deepEqual(await ids(store, { kind: "all" }, member("p1")), ["y"]);
        assert.deepEqual(await ids(store, { kind: "terms", field: "hidden", values: [true] }, member("p1")), ["x"]);
      }),
    );

    law("a late, older put does not undo a delete, and a part that comes early waits", () =>
      filled(
        [put("x", { status: "accepted" }, 5, "members/p2"), remove("y", 20), put("y", own(), 10), put("y", own(), 30)],
        async (store) => {
          assert.deepEqual(await ids(store, { kind: "all" }, admin()), []);
          await store.apply([put("x", own({ visibility: "shared" }), 6)]);
          await store.refresh();
          assert.deepEqual(await ids(store, { kind: "all" }, member("p2")), ["x"]);
        },
      ),
    );

    law("hostile names, ids and values are kept as they are", () => {
      const id = `__proto__/${"é".repeat(400)}\u0000"\\`;
      const properties = {
        __proto__x: "1",
        constructor: "2",
        "a.b": "3",
        "": "4",
        "a\u0000b": "5",
        long: "x".repeat(70_000),
        deep: { a: { b: [1, { c: null }] } },
      };
      const fields = own({
        name: "\ud800 lone",
        description: "y".repeat(100_000),
        tags: ["", "\u0000", "a".repeat(40_000)],
        properties,
      });
      return filled([put(id, fields)], async (store) => {
        const hit = await store.get({ type: ROCKET, id }, member("p1"));
        assert.deepEqual(hit?.source, fields);
        assert.deepEqual(
          await ids(store, { kind: "terms", field: "properties.constructor", values: ["2"] }, member("p1")),
          [id],
        );
        assert.deepEqual(await ids(store, { kind: "terms", field: "properties.a.b", values: ["3"] }, member("p1")), [
          id,
        ]);
        assert.deepEqual(
          await ids(store, { kind: "terms", field: "properties.long", values: ["x".repeat(70_000)] }, member("p1")),
          [id],
        );
        assert.deepEqual(await ids(store, { kind: "ids", ids: [id] }, member("p1")), [id]);
      });
    });

    law("counts are exact, most frequent first, with what lies outside the buckets", () => {
      const all = Array.from({ length: 60 }, (_, i) => put(`r${i}`, own({ tags: [`t${i % 30}`, "all"], size: i })));
      return filled(all, async (store) => {
        const { aggregations } = await store.search(
          asking({ kind: "all" }, { size: 0, aggregations: { tags: { kind: "terms", field: "tags", size: 2 } } }),
          member("p1"),
        );
        assert.deepEqual(aggregations["tags"], {
          buckets: [
            { key: "all", count: 60 },
            { key: "t0", count: 2 },
          ],
          others: 58,
          distinct: 31,
        });
      });
    });

    law("a shared name is one field in all types: found, sorted and counted together, whatever each calls it", () =>
      filled(
        [
          put("x", { owner: "p1", visibility: "public" }),
          put("y", { project_id: "p2" }, 10, "self", PROBE),
          put("z", { owner: "p3", visibility: "public" }),
        ],
        async (store) => {
          const asked = asking(
            { kind: "terms", field: "project_id", values: ["p1", "p2", "p3"] },
            {
              types: [ROCKET, PROBE],
              sort: [{ field: "project_id", order: "desc" }],
              aggregations: { who: { kind: "terms", field: "project_id", size: 9 } },
            },
          );
          const { hits, aggregations } = await store.search(asked, admin());
          assert.deepEqual(
            hits.map(({ id, sort }) => [id, ...sort]),
            [
              ["z", "p3"],
              ["y", "p2"],
              ["x", "p1"],
            ],
          );
          assert.deepEqual(
            termsIn(aggregations, "who")?.buckets.map(({ key }) => key),
            ["p1", "p2", "p3"],
          );
        },
      ),
    );

    keepingLaws(law, using, filled);
    languageLaws(law, filled);
    storeLaws(using, runs, skip);
    pagingLaws(using, Math.ceil(runs / 3), skip);
    suggestLaws(using, Math.ceil(runs / 4), skip);
  });
}
