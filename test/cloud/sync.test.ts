import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { syncAll, type SyncOptions, type TypeReport } from "../../src/cloud/sync.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { definePlugin, keyword, put } from "../../src/plugin.ts";
import { standIn } from "./stand-in.ts";

const cloud = await standIn();
after(() => cloud.close());

const thing = definePlugin({
  type: "Thing",
  events: [],
  schema: { id: keyword(), name: keyword() },
  access: {},
  apply: () => [],
  list: {
    service: "image",
    perProject: false,
    requests: () => [{ path: "/things", items: (answer) => answer as unknown[] }],
    map: (item, { observed }) => {
      const { id, name } = item as { id: string; name: string };
      return [put(id, { id, name }, { source: 0, observed })];
    },
  },
});
const silent = definePlugin({ type: "Silent", events: [], schema: {}, access: {}, apply: () => [] });

let store: IndexStore;
/** What the service has, or the status that it answers with. */
let truth: { id: string; name: string }[] | number = [];
let date = Date.parse("2026-11-22T20:00:00Z");

cloud.answering = (_, url) => {
  if (!url.pathname.startsWith("/image")) return undefined;
  const headers = { Date: new Date(date).toUTCString() };
  return typeof truth === "number" ? { status: truth } : { body: truth, headers };
};

beforeEach(() => {
  store = memoryStore(catalogOf([thing, silent]));
});

async function sync(options: Partial<SyncOptions> = {}): Promise<TypeReport> {
  date += 60_000;
  const { types } = await syncAll({ store, plugins: [thing, silent], cloud: cloud.account, ...options });
  assert.equal(types.length, 1, "a type without a listing is not in the report");
  return types[0]!;
}

async function names(): Promise<string[]> {
  const request = { types: ["Thing"], query: { kind: "all" }, sort: [], from: 0, size: 100, aggregations: {} } as const;
  const { hits } = await store.search(request, indexerScope());
  return hits.map(({ source }) => source["name"] as string).toSorted();
}

const things = (...all: string[]): { id: string; name: string }[] => all.map((name, i) => ({ id: `${i}`, name }));

describe("a sync", () => {
  test("makes the index what the service has: new, changed and gone", async () => {
    truth = things("a", "b", "c");
    assert.deepEqual(await sync(), report({ listed: 3, changed: 3 }));
    truth = things("a", "B");
    assert.deepEqual(await sync(), report({ listed: 2, changed: 1, gone: 1 }));
    assert.deepEqual(await names(), ["B", "a"]);
  });

  test("that finds nothing new changes nothing", async () => {
    truth = things("a", "b");
    await sync();
    assert.deepEqual(await sync(), report({ listed: 2 }));
  });

  test("brings back what was wrongly missed", async () => {
    truth = things("a");
    await sync();
    truth = [];
    await sync();
    assert.deepEqual(await names(), []);
    truth = things("a");
    assert.deepEqual(await sync(), report({ listed: 1, changed: 1 }));
    assert.deepEqual(await names(), ["a"]);
  });

  test("of a service that fails removes nothing, and says so", async () => {
    truth = things("a", "b");
    await sync();
    truth = 403;
    const { gone, kept, problems } = await sync();
    assert.deepEqual([gone, kept], [0, 2]);
    assert.match(problems.join(), /403/);
    assert.deepEqual(await names(), ["a", "b"]);
  });

  test("does not believe an empty list while the index has many, unless told to", async () => {
    truth = things("a", "b", "c", "d", "e", "f");
    await sync();
    truth = [];
    const { gone, problems } = await sync();
    assert.equal(gone, 0);
    assert.match(problems.join(), /the listing is empty and the index has 6: nothing was removed/);
    assert.equal((await names()).length, 6);
    assert.deepEqual(await sync({ believeEmpty: true }), report({ gone: 6 }));
    assert.deepEqual(await names(), []);
  });

  test("asks only the types that it was asked for", async () => {
    const { types, complete } = await syncAll({ store, plugins: [thing], cloud: cloud.account, types: ["Other"] });
    assert.deepEqual(types, []);
    assert.ok(complete);
  });

  test("tells how far it is", async () => {
    truth = things("a", "b");
    const told: string[] = [];
    await sync({ onProgress: ({ phase, done, of }) => told.push(`${phase} ${done}/${of}`) });
    assert.deepEqual(told, ["listing 0/0", "listing 2/2", "storing 0/2", "storing 2/2"]);
  });

  test("counts what the store refuses, and is not complete", async () => {
    truth = things("a", "b");
    const refusing = { ...store, apply: async () => [{ stored: true }, { stored: false, reason: "no" }] as const };
    assert.deepEqual(await sync({ store: refusing }), report({ listed: 2, changed: 2, failed: 1 }));
  });

  test("that is told to stop stops", async () => {
    truth = things("a");
    await assert.rejects(sync({ signal: AbortSignal.abort(new Error("stopped")) }), /stopped/);
    assert.deepEqual(await names(), []);
  });
});

function report(counts: Partial<TypeReport>): TypeReport {
  return { type: "Thing", listed: 0, changed: 0, gone: 0, kept: 0, failed: 0, problems: [], ...counts };
}
