import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionOf } from "../../../src/index/catalog.ts";
import { clusterOf } from "../../../src/index/stores/elasticsearch/cluster/cluster.ts";
import { generationIndex, namesOf } from "../../../src/index/stores/elasticsearch/cluster/names.ts";
import { sweep } from "../../../src/index/stores/elasticsearch/rebuilding/copy.ts";
import { elasticsearchRebuilder } from "../../../src/index/stores/elasticsearch/rebuild.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { catalog, fold, put, remove, ROCKET, states } from "../worlds.ts";
import { absent, client, node, open, ownPrefix } from "./cluster.ts";

const telling = { tell: () => {}, signal: new AbortController().signal };

const told = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => put(`r${from + i}`, { owner: "p1", name: `rocket ${i}` }));

const rebuilder = (prefix: string, shards?: number) => elasticsearchRebuilder({ catalog, node, prefix, shards });

async function rebuilt(prefix: string, shards?: number): Promise<void> {
  const making = await rebuilder(prefix, shards);
  await making.rebuild([ROCKET], telling);
  await making.close();
}

/** By the generation's number: how many shards it has. */
async function shardsOf(prefix: string): Promise<Record<string, string>> {
  const found = await client().indices.getSettings({ index: `${prefix}-test-acme-rocket-0*` });
  return Object.fromEntries(
    Object.entries(found).map(([index, { settings }]) => [index.at(-1)!, String(settings?.index?.number_of_shards)]),
  );
}

async function statesOf(store: IndexStore): Promise<string[]> {
  await store.refresh();
  return states(store);
}

test(
  "a rebuild makes an index of as many shards as are asked for, else of as many as before",
  { skip: absent },
  async () => {
    const prefix = ownPrefix();
    const store = await open({ prefix });
    const operations = [...told(1200), remove("r7", 20)];
    await store.apply(operations);
    await rebuilt(prefix, 3);
    assert.deepEqual(await shardsOf(prefix), { 1: "1", 2: "3" });
    assert.deepEqual(await statesOf(store), fold(operations));

    const more = [...told(900, 800), remove("r8", 30)];
    await store.apply(more);
    await rebuilt(prefix);
    assert.deepEqual(await shardsOf(prefix), { 1: "1", 2: "3", 3: "3" });
    await rebuilt(prefix, 2);
    assert.deepEqual(await shardsOf(prefix), { 1: "1", 2: "3", 3: "3", 4: "2" });
    assert.deepEqual(await statesOf(store), fold([...operations, ...more]));
    await store.close();
  },
);

test("what a rebuild began with another number of shards is not gone on with", { skip: absent }, async () => {
  const prefix = ownPrefix();
  const store = await open({ prefix });
  await store.apply(told(1200));
  const interrupted = new AbortController();
  const making = await rebuilder(prefix);
  const tell = (): void => interrupted.abort();
  await assert.rejects(making.rebuild([ROCKET], { tell, signal: interrupted.signal }), { name: "AbortError" });
  await making.close();
  await rebuilt(prefix, 2);
  assert.deepEqual(await shardsOf(prefix), { 1: "1", 3: "2" });
  assert.deepEqual(await statesOf(store), fold(told(1200)));
  await store.close();
});

test("an index of which a shard does not say how far it is, is not copied from", { skip: absent }, async () => {
  const prefix = ownPrefix();
  const store = await open({ prefix, shards: 2 });
  const cluster = clusterOf(client(), { catalog, prefix, budget: 1000 });
  const [from, to] = [1, 2].map((number) => generationIndex(namesOf(prefix, ROCKET).base, number));
  const definition = definitionOf(catalog, ROCKET);
  const copy = { cluster, definition, from: from!, to: to!, shards: 3, patience: 1000, ...telling };
  await assert.rejects(sweep(copy), { code: "store-unavailable", message: /has 2 of its 3 primary shards/ });
  await store.close();
});
