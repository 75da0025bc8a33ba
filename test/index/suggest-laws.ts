import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { typesFor } from "../../src/index/catalog.ts";
import type { Fields } from "../../src/index/json.ts";
import type { Scope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import type { SuggestRequest } from "../../src/index/suggest/suggestion.ts";
import { operations, scopes } from "./arbitraries.ts";
import type { Using } from "./store-laws.ts";
import { admin, catalog, member, PROBE, put, ROCKET, TYPES } from "./worlds.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const requests: fc.Arbitrary<SuggestRequest> = fc.record({
  types: fc.subarray(TYPES),
  valuesOf: fc.subarray(TYPES),
  text: fc.oneof(
    of("u", "U", "ub", "ubuntu", "ubuntu-22", "22", "22.", "lts", "s", "st", "a", "p", "properties.", "properties.o"),
    of("os", "über", "-", " ", "\u0301", "l s", "\u{1f600}", "t", "m", "e", "1", "h", "r", "d", "x"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 }),
  ),
  size: of(1, 2, 3, 10),
});

const telling = async (store: IndexStore, text: string, scope: Scope, size = 10): Promise<string[]> => {
  const { suggestions } = await store.suggest({ types: [ROCKET, PROBE], valuesOf: [ROCKET, PROBE], text, size }, scope);
  return suggestions.map(({ kind, text, field, likeness }) =>
    [kind === "value" ? `${field}:${text}` : text, likeness].join(" "),
  );
};

const rocket = (id: string, fields: Fields) => put(id, { owner: "p1", visibility: "private", ...fields });

const FLEET = [
  rocket("a", { name: "Ubuntu", tags: ["ubuntu", "lts"], status: "up" }),
  rocket("b", { name: "ubuntu-22.04-minimal", properties: { ubuntu_pro: "1", "hw.cpu": "2" } }),
  rocket("c", { name: "Minimal Ubuntu" }),
  rocket("d", { name: "ubuntu-20.04", owner: "p2" }),
  rocket("e", { name: "ubuntu of everybody", owner: "p3", visibility: "public" }),
  rocket("f", { name: "ubuntu unlisted", hidden: true }),
  rocket("g", { name: "hush", secret: "Ubuntu secret", properties: { os_distro: "ubuntu" } }),
  put("a", { name: "Ubuntu", project_id: "p1", status: "Üp", metadata: { ubuntu: 1 } }, 10, "self", PROBE),
];

/** What suggestions promise in every store. */
export function suggestLaws(using: Using, runs: number, skip: string | false): void {
  const law = (title: string, run: (store: IndexStore) => Promise<void>): void =>
    void test(title, { skip }, () =>
      using(async (store) => {
        await store.apply(FLEET);
        await store.refresh();
        await run(store);
      }),
    );

  law(
    "suggestions are what is exactly so, then what begins so, then what has such a word: names, fields, values",
    async (store) => {
      assert.deepEqual(await telling(store, "UBUNTU", member("p1")), [
        "Ubuntu exact",
        "properties.os_distro:ubuntu exact",
        "tags:ubuntu exact",
        "ubuntu of everybody prefix",
        "ubuntu-22.04-minimal prefix",
        "Minimal Ubuntu word",
        "metadata.ubuntu word",
        "properties.ubuntu_pro word",
      ]);
      assert.deepEqual(await telling(store, "ubuntu-2", member("p1")), ["ubuntu-22.04-minimal prefix"]);
      assert.deepEqual(await telling(store, "ubuntu-2", admin()), [
        "ubuntu-20.04 prefix",
        "ubuntu-22.04-minimal prefix",
      ]);
      assert.deepEqual(await telling(store, "up", member("p1")), [
        "status:up exact",
        "status:Üp exact",
        "updated_at prefix",
      ]);
    },
  );

  law(
    "fields are suggested by their names and words in them, those of open maps with the map before or not",
    async (store) => {
      assert.deepEqual(await telling(store, "crea", member("p1")), ["created_at prefix"]);
      assert.deepEqual(await telling(store, "at", member("p1")), ["created_at word", "updated_at word"]);
      const cpu = ["properties.hw.cpu"];
      assert.deepEqual(
        (await telling(store, "hw", member("p1"))).map((one) => one.split(" ")[0]),
        cpu,
      );
      assert.deepEqual(
        (await telling(store, "Properties.h", member("p1"))).map((one) => one.split(" ")[0]),
        cpu,
      );
      assert.deepEqual(await telling(store, "secr", member("p1")), []);
      assert.deepEqual(await telling(store, "secr", admin()), ["secret prefix"]);
    },
  );

  law("what one may not list is suggested to nobody else, and makes no room", async (store) => {
    assert.deepEqual(await telling(store, "ubuntu-", member("p2")), [
      "ubuntu-20.04 prefix",
      "ubuntu of everybody word",
    ]);
    assert.deepEqual(await telling(store, "ubuntu", member("p3"), 1), ["ubuntu of everybody prefix"]);
    assert.deepEqual(await telling(store, "lt", member("p2")), []);
  });

  law("a suggestion tells all types that have it", async (store) => {
    const { suggestions } = await store.suggest(
      { types: [ROCKET, PROBE], valuesOf: [], text: "ubuntu", size: 1 },
      member("p1"),
    );
    assert.deepEqual(suggestions, [
      { kind: "name", text: "Ubuntu", field: "name", likeness: "exact", types: [PROBE, ROCKET] },
    ]);
  });

  test("any suggestions for anybody are what the reference suggests", { skip }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(operations(), { minLength: 5, maxLength: 60 }),
        fc.array(fc.tuple(requests, scopes), { minLength: 20, maxLength: 40 }),
        async (all, asked) => {
          const reference = memoryStore(catalog);
          await reference.apply(all);
          await using(async (store) => {
            await store.apply(all);
            await store.refresh();
            for (const [request, scope] of asked) {
              const types = request.types.filter((type) => typesFor(catalog, scope).includes(type));
              const allowed = { ...request, types };
              const expected = await reference.suggest(allowed, scope);
              assert.deepEqual(await store.suggest(allowed, scope), expected, JSON.stringify([allowed, scope]));
            }
          });
        },
      ),
      { numRuns: runs },
    ),
  );
}
