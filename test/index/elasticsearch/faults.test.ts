import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect } from "node:util";
import { SearchlightError } from "../../../src/errors.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { admin, asking, fold, put, states } from "../worlds.ts";
import { absent, empty, node, open, ownPrefix } from "./cluster.ts";
import { proxyTo, type Fault, type Proxy } from "./faults.ts";

const all = Array.from({ length: 30 }, (_, i) => put(`r${i % 20}`, { owner: "p1", size: i }, 10 + i));
const everything = asking({ kind: "all" });

/** What goes wrong for a while: [in words, the faults, which requests have them]. */
const PASSING: [string, Fault[], (path: string) => boolean][] = [
  ["says that it is too busy", [429, 429, 503], () => true],
  ["cannot be reached", ["broken", "broken"], () => true],
  ["breaks off after it has written", ["broken-after"], (path) => path.startsWith("/_bulk")],
  ["answers with gateways' errors", [502, 504], () => true],
];

describe("Elasticsearch when things go wrong", { skip: absent }, () => {
  const prefix = ownPrefix();
  let proxy: Proxy;
  let store: IndexStore;
  before(async () => {
    await (await open({ prefix })).close(); // on a busy machine to make indices takes longer than these tests' patience
    proxy = await proxyTo(node);
    store = await open({ prefix, node: proxy.url, username: "searcher", password: "s3cret-word", patience: 2000 });
  });
  after(async () => {
    await proxy.close();
    await store.close();
  });

  for (const [title, faults, only] of PASSING) {
    test(`a cluster that ${title} delays a batch and loses nothing`, async () => {
      await empty(prefix);
      Object.assign(proxy, { faults: [...faults], only });
      const outcomes = await store.apply(all);
      assert.equal(proxy.faults.length, 0, "every fault happened");
      assert.ok(outcomes.every(({ stored }) => stored));
      await store.refresh();
      assert.deepEqual(await states(store), fold(all));
    });
  }

  test("a cluster that stays away is named so, may be asked again, and no credentials are in the error", async () => {
    Object.assign(proxy, { faults: Array.from({ length: 1000 }, () => "broken"), only: () => true });
    const calls: [string, () => Promise<unknown>][] = [
      ["apply", () => store.apply(all)],
      ["search", () => store.search(everything, admin())],
      ["get", () => store.get(all[0]!.ref, admin())],
      ["ready", () => store.ready()],
    ];
    for (const [name, call] of calls) {
      const error = await call().catch((thrown: unknown) => thrown);
      assert.ok(error instanceof SearchlightError && error.retryable, name);
      assert.equal(error.code, "store-unavailable");
      const shown = inspect(error, { depth: 20, showHidden: true });
      for (const secret of ["s3cret-word", Buffer.from("searcher:s3cret-word").toString("base64")])
        assert.ok(!shown.includes(secret), `${name} tells ${secret}`);
    }
    proxy.faults = [];
    await store.ready();
    assert.ok((await store.apply(all)).every(({ stored }) => stored));
  });

  test("a cluster that refuses our credentials says so", async () => {
    Object.assign(proxy, { faults: Array.from({ length: 100 }, () => 401), only: () => true });
    await assert.rejects(store.search(everything, admin()), {
      code: "store-unavailable",
      message: /ELASTICSEARCH_PASSWORD/,
    });
  });

  test("a request too large is halved until it fits; what is too large alone is refused alone", async () => {
    await empty(prefix);
    const few = [...all.slice(0, 20), put("large", { owner: "p1", description: "x ".repeat(20_000) })];
    const limit = (path: string, bytes: number): boolean => path.startsWith("/_bulk") && bytes > 20_000;
    Object.assign(proxy, { faults: Array.from({ length: 100 }, () => 413), only: limit });
    const outcomes = await store.apply(few);
    assert.deepEqual(
      outcomes.map(({ stored }) => stored),
      few.map(({ ref }) => ref.id !== "large"),
    );
    proxy.faults = [];
  });

  test("a search that the cluster cancels, for a reason of its own, is tried again for a moment, and is not the caller's mistake", async () => {
    const only = (path: string): boolean => path.includes("_search");
    Object.assign(proxy, { faults: ["cancelled", "cancelled"], only });
    assert.equal((await store.search(everything, admin())).complete, true);
    assert.equal(proxy.faults.length, 0, "both were met");
    Object.assign(proxy, { faults: Array.from({ length: 1000 }, () => "cancelled"), only });
    await assert.rejects(store.search(everything, admin()), {
      code: "store-unavailable",
      message: /cancelled this search.*try again/,
    });
    proxy.faults = [];
  });

  test("a search that is given up ends at once", async () => {
    Object.assign(proxy, { faults: ["silent"], only: (path: string) => path.includes("_search") });
    const from = performance.now();
    await assert.rejects(store.search(everything, admin(), AbortSignal.timeout(100)), { code: "timed-out" });
    assert.ok(performance.now() - from < 5000);
  });

  test("a search tells the cluster what is left of its time, and waits no longer than that", async () => {
    const brief = await open({ prefix, node: proxy.url, budget: 600 });
    const told: number[] = [];
    const only = (path: string, _: number, body: string): boolean => {
      const [, left] = /"timeout":"(\d+)ms"/.exec(body) ?? [];
      if (path.includes("_search")) told.push(Number(left));
      return path.includes("_search");
    };
    Object.assign(proxy, { faults: ["silent", "silent", "silent"], only });
    const from = performance.now();
    await assert.rejects(brief.search(everything, admin()), { message: /did not answer in time/ });
    assert.ok(performance.now() - from < 5000);
    assert.ok(told[0]! <= 500 && told[0]! > 300, `told ${told.join(", ")} ms`);
    proxy.faults = [];
    await brief.close();
  });
});
