import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { syncAll, type SyncOptions, type TypeReport } from "../../src/cloud/sync.ts";
import type { Finding } from "../../src/cloud/tally.ts";
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
type Timeless = Omit<TypeReport, "seconds">;

const silent = definePlugin({ type: "Silent", events: [], schema: {}, access: {}, apply: () => [] });

/** Stands for the time since which something is extra: a listing's, which tests do not know. */
const SINCE = 1;

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

async function sync(options: Partial<SyncOptions> = {}): Promise<Timeless> {
  date += 60_000;
  const { types } = await syncAll({
    store,
    apply: (told) => store.apply(told),
    plugins: [thing, silent],
    cloud: cloud.account,
    ...options,
  });
  assert.equal(types.length, 1, "a type without a listing is not in the report");
  const { seconds, drifts, ...rest } = types[0]!;
  assert.ok(seconds > 0);
  const { count, since } = drifts.extra;
  assert.equal(since !== undefined, count > 0);
  return { ...rest, drifts: { ...drifts, extra: { count, since: since && SINCE } } };
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
    assert.deepEqual(await sync(), report({ listed: 3, missing: 3, written: 3 }));
    truth = things("a", "B");
    assert.deepEqual(await sync(), report({ listed: 2, differing: 1, extra: 1, written: 2 }));
    assert.deepEqual(await names(), ["B", "a"]);
  });

  test("that finds nothing new writes nothing", async () => {
    truth = things("a", "b");
    await sync();
    const apply = (): never => assert.fail("something was written");
    assert.deepEqual(await sync({ apply }), report({ listed: 2 }));
  });

  test("that may not write tells what differs, and leaves the index as it is", async () => {
    truth = things("a", "b");
    await sync();
    truth = [
      { id: "1", name: "B" },
      { id: "2", name: "c" },
    ];
    const found: Finding[] = [];
    const onFinding = (finding: Finding): void => void found.push(finding);
    assert.deepEqual(
      await sync({ apply: undefined, onFinding }),
      report({ listed: 2, missing: 1, differing: 1, extra: 1 }),
    );
    assert.deepEqual(
      found.map(({ id, difference, fields }) => [id, difference, fields]),
      [
        ["1", "differing", ["name"]],
        ["2", "missing", []],
        ["0", "extra", []],
      ],
    );
    assert.deepEqual(await names(), ["a", "b"]);
  });

  test("brings back what was wrongly missed", async () => {
    truth = things("a");
    await sync();
    truth = [];
    await sync();
    assert.deepEqual(await names(), []);
    truth = things("a");
    assert.deepEqual(await sync(), report({ listed: 1, missing: 1, written: 1 }));
    assert.deepEqual(await names(), ["a"]);
  });

  test("of a service that fails removes nothing, and says so", async () => {
    truth = things("a", "b");
    await sync();
    truth = 403;
    const { drifts, problems } = await sync();
    assert.deepEqual([drifts.extra.count, drifts.unasked.count], [0, 2]);
    assert.match(problems.join(), /403/);
    assert.deepEqual(await names(), ["a", "b"]);
  });

  test("does not believe an empty list while the index has many, unless told to", async () => {
    truth = things("a", "b", "c", "d", "e", "f");
    await sync();
    truth = [];
    const { written, problems } = await sync();
    assert.equal(written, 0);
    assert.match(problems.join(), /6 that the index has are not listed any more, suspiciously many/);
    assert.equal((await names()).length, 6);
    assert.deepEqual(await sync({ believeGone: true }), report({ extra: 6, written: 6 }));
    assert.deepEqual(await names(), []);
  });

  for (const [left, removed] of [
    [70, 30],
    [69, 0],
  ] as const)
    test(`that lists ${left} of 100 removes ${removed}`, async () => {
      truth = things(...Array.from({ length: 100 }, (_, i) => `n${i}`));
      await sync();
      truth = truth.slice(0, left);
      assert.equal((await sync()).written, removed);
      assert.equal((await names()).length, 100 - removed);
    });

  test("asks only the types that it was asked for", async () => {
    const { types, complete } = await syncAll({
      store,
      apply: undefined,
      plugins: [thing],
      cloud: cloud.account,
      types: ["Other"],
    });
    assert.deepEqual(types, []);
    assert.ok(complete);
  });

  test("tells how far it is", async () => {
    truth = things("a", "b");
    const told: string[] = [];
    await sync({ onProgress: ({ listed, written }) => told.push(`${listed}/${written}`) });
    assert.deepEqual(told, ["0/0", "2/2", "2/2"]);
  });

  test("counts what the store refuses, and is not complete", async () => {
    truth = things("a", "b");
    const apply = async () => [{ stored: true }, { stored: false, reason: "no" }] as const;
    assert.deepEqual(await sync({ apply }), report({ listed: 2, missing: 2, written: 2, refused: 1 }));
  });

  test("that is told to stop stops", async () => {
    truth = things("a");
    await assert.rejects(sync({ signal: AbortSignal.abort(new Error("stopped")) }), /stopped/);
    assert.deepEqual(await names(), []);
  });
});

type Drifted = Partial<Record<"missing" | "extra" | "differing", number>>;

function report({ missing = 0, extra = 0, differing = 0, ...counts }: Drifted & Partial<Timeless>): Timeless {
  const none = { count: 0, since: undefined };
  const drifts = {
    missing: { ...none, count: missing },
    extra: { count: extra, since: extra > 0 ? SINCE : undefined },
    differing: { ...none, count: differing },
    older: none,
    unasked: none,
  };
  return { type: "Thing", listed: 0, resumed: 0, drifts, doubted: 0, written: 0, refused: 0, problems: [], ...counts };
}
