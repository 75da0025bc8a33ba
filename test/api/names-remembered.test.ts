import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createApp } from "../../src/api/app.ts";
import { rememberedNames } from "../../src/api/names/remembered.ts";
import { SearchlightError } from "../../src/errors.ts";
import type { Operation } from "../../src/index/operation.ts";

import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { catalog, member, put } from "../index/worlds.ts";
import { fleet, partsOf, PROBE, type Found } from "./world.ts";

type Search = IndexStore["search"];

/** An API over a store whose searches `around` may look at; `types` are those of each search, as they were begun. */
async function api(namesFor?: number, around = (search: Search): Search => search) {
  const store = memoryStore(catalog);
  await store.apply(fleet);
  const types: string[] = [];
  const search = around((request, ...rest) => store.search(request, ...rest));
  const watched: Search = (request, ...rest) => {
    types.push(...request.types);
    return search(request, ...rest);
  };
  const timed = namesFor === undefined ? {} : { namesFor };
  const app = createApp(await partsOf([], { store: { ...store, search: watched }, ...timed }));
  const ask = async (token: string, body: object = {}): Promise<Found & { complete: boolean }> => {
    const headers = { "X-Auth-Token": token, "Content-Type": "application/json" };
    const answer = await app.request("/v1/search", {
      method: "POST",
      headers,
      body: JSON.stringify({ type: PROBE, ...body }),
    });
    return (await answer.json()) as Found & { complete: boolean };
  };
  const name = async (token: string, body?: object): Promise<unknown> => {
    const { hits } = (await ask(token, body)).hits;
    const [told] = hits.filter(({ _id }) => _id === "b1").map(({ _source }) => _source?.["rocket_name"]);
    return told;
  };
  return { ask, name, types, apply: (...operations: Operation[]) => store.apply(operations) };
}

const NAME = "ubuntu-22.04-minimal";
const rocket = (fields: object) =>
  put("r1", { id: "r1", name: "new", owner: "p1", visibility: "private", ...fields }, 20);

describe("a name that was told", () => {
  test("is told again without asking, for as long as it is good", async () => {
    const { name, types } = await api(60_000);
    assert.equal(await name("p1"), NAME);
    types.length = 0;
    assert.equal(await name("p1"), NAME);
    assert.deepEqual(types, [PROBE]);
  });

  test("is asked for each answer where it is good for no time", async () => {
    const { name, apply } = await api();
    assert.equal(await name("p1"), NAME);
    await apply(rocket({}));
    assert.equal(await name("p1"), "new");
  });

  /** [what became of what is named, what is told of it once the old name is not good any more]. */
  const CHANGES: [string, object, unknown][] = [
    ["was renamed", {}, "new"],
    ["may not be seen any more", { owner: "p2" }, undefined],
  ];
  for (const [what, fields, told] of CHANGES)
    test(`is not told any longer than it is good when what it names ${what}`, async () => {
      const { name, apply } = await api(40);
      assert.equal(await name("p1"), NAME);
      await apply(rocket(fields));
      await sleep(50);
      assert.equal(await name("p1"), told);
    });

  test("is told to nobody but who may see what is named", async () => {
    const { name, apply } = await api(60_000);
    await apply(put("b1", { id: "b1", name: "moved", project_id: "p2", rocket: "r1" }, 20, "self", PROBE));
    assert.equal(await name("admin", { all_projects: true }), NAME);
    assert.equal(await name("p2"), undefined);
    assert.equal(await name("admin", { all_projects: true }), NAME);
  });
});

describe("names that an answer will most likely need", () => {
  test("are asked while the search is under way", async () => {
    const named = Promise.withResolvers<void>();
    const { name, types } = await api(0, (search) => async (request, ...rest) => {
      // The search itself ends only once names were asked.
      if (request.types.includes(PROBE)) await named.promise;
      else named.resolve();
      return search(request, ...rest);
    });
    assert.equal(await name("p1"), NAME);
    types.length = 0;
    assert.equal(await name("p1"), NAME);
    assert.equal(types.length, 2, "what was named last is asked beside the search, and nothing behind it");
  });

  test("are asked again where that failed, and none is missing", async () => {
    let failures = 1;
    const { ask, name } = await api(0, (search) => async (request, ...rest) => {
      if (request.types.includes(PROBE) || failures-- <= 0) return search(request, ...rest);
      throw new SearchlightError("store-unavailable", "not now");
    });
    assert.equal(await name("p1"), NAME);
    failures = 2;
    const { complete, hits } = await ask("p1");
    assert.equal(complete, false);
    assert.deepEqual(
      hits.hits.map(({ _source }) => _source?.["rocket_name"]),
      [undefined],
    );
  });
});

test("what is remembered stays bounded: the names told last, and none that is long", () => {
  const remembered = rememberedNames();

  const names = remembered("T", member("p"));
  const ids = Array.from({ length: 1000 }, (_, n) => `i${n}`);
  names.note(ids, new Map(ids.map((id) => [id, `name of ${id}`])), 1);
  assert.equal(names.told(ids, 1).called.size, 200);
  assert.deepEqual(names.told(["i0", "i999"], 1).unknown, ["i0"]);
  names.note(["i999"], new Map([["i999", "x".repeat(1000)]]), 2);
  assert.deepEqual(names.told(["i999"], 1).unknown, ["i999"]);
  for (let n = 0; n < 1000; n++) remembered("T", member(`other ${n}`));
  assert.notEqual(remembered("T", member("p")), names);
});
