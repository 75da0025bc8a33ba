import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../../src/index/catalog.ts";
import type { TypeDefinition } from "../../../src/index/definition.ts";
import { keyword, long, text } from "../../../src/index/schema.ts";
import { indexerScope } from "../../../src/index/scope.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import { admin, asking, member, put } from "../worlds.ts";
import { absent, client, node, open, ownPrefix } from "./cluster.ts";
import { proxyTo } from "./faults.ts";

const typed = (type: string, schema: TypeDefinition["schema"]): TypeDefinition => ({ type, schema, access: {} });

test(
  "a schema that grew is known when the store opens again, even if a field changed its kind",
  { skip: absent },
  async () => {
    const prefix = ownPrefix();
    const first = await open({ prefix, catalog: catalogOf([typed("A::B", { name: text(), size: keyword() })]) });
    await first.close();
    const store = await open({
      prefix,
      catalog: catalogOf([typed("A::B", { name: text(), size: long(), rank: keyword() })]),
    });
    const ref = { type: "A::B", id: "x" };
    const stamp = { source: 0, observed: 1 };
    const fields = { size: 7, rank: "top" };
    assert.deepEqual(await store.apply([{ kind: "put", part: "self", fields, ref, by: "event", stamp }]), [
      { stored: true },
    ]);
    await store.refresh();
    const query = { kind: "range", field: "size", bounds: { gt: 6 } } as const;
    assert.equal((await store.search(asking(query, { types: ["A::B"] }), admin())).total, 1);
    await store.close();
  },
);

test(
  "a sort, a count and free text over several types read no field that is hidden in one of them",
  { skip: absent },
  async () => {
    const access = { owner: "owner" };
    const catalog = catalogOf([
      { type: "A", schema: { owner: keyword(), secret: text() }, access },
      { type: "B", schema: { owner: keyword(), secret: text({ admin: true }) }, access },
    ]);
    const told = ["A", "B"].flatMap((type) =>
      ["x", "y", "z"].map((id, i) => put(id, { owner: "p1", secret: `${type} ${2 - i}` }, 10, "self", type)),
    );
    const [store, reference] = [await open({ catalog }), memoryStore(catalog)];
    await store.apply(told);
    await reference.apply(told);
    await store.refresh();
    const aggregations = { secrets: { kind: "terms", field: "secret", size: 9 } } as const;
    for (const query of [{ kind: "all" }, { kind: "words", fields: "any", text: "b", mode: "all" }] as const) {
      const request = asking(query, { types: ["A", "B"], sort: [{ field: "secret", order: "asc" }], aggregations });
      assert.deepEqual(await store.search(request, member("p1")), await reference.search(request, member("p1")));
    }
    await store.close();
  },
);

test("types that would share an index are refused", { skip: absent }, () =>
  assert.rejects(open({ catalog: catalogOf([typed("A::B", {}), typed("a-b", {})]) }), { code: "bad-configuration" }),
);

test("an index that lost its aliases is not written to, and no other is made", { skip: absent }, async () => {
  const prefix = ownPrefix();
  const store = await open({ prefix, patience: 200 });
  const index = `${prefix}-test-acme-rocket-000001`;
  await client().indices.deleteAlias({ index, name: `${prefix}-test-acme-rocket-write` });
  const operation = { kind: "remove", final: true, by: "event", stamp: { source: 0, observed: 1 } } as const;
  await assert.rejects(store.apply([{ ...operation, ref: { type: "Test::Acme::Rocket", id: "x" } }]), {
    code: "store-unavailable",
  });
  await assert.rejects(open({ prefix, patience: 200 }), { code: "store-unavailable", message: /alias/ });
  await store.close();
});

test("a scan and a purge walk more states than one page holds", { skip: absent }, async () => {
  const store = await open();
  const operation = { kind: "remove", final: true, by: "event", stamp: { source: 0, observed: 1 } } as const;
  const all = Array.from({ length: 2500 }, (_, i) => ({
    ...operation,
    ref: { type: "Test::Acme::Probe", id: `${i}` },
  }));
  await store.apply(all);
  await store.refresh();
  const seen = new Set<string>();
  for await (const { ref } of store.scan("Test::Acme::Probe", indexerScope())) seen.add(ref.id);
  assert.equal(seen.size, 2500);
  assert.equal(await store.purge((Date.now() + 1000) * 1000), 2500);
  await store.close();
});

test("a store opens through trouble at every step, for its patience is for each index", { skip: absent }, async (t) => {
  const proxy = await proxyTo(node);
  t.after(() => proxy.close());
  const seen = new Set<string>();
  proxy.only = (path, _, body) => {
    const known = seen.has(path + body);
    seen.add(path + body);
    return !known;
  };
  proxy.faults = Array.from({ length: 1000 }, () => 503);
  const types = Array.from({ length: 6 }, (_, i) => typed(`A::B${i}`, { name: text() }));
  // To begin at the first index again after each of two dozen troubles would take far longer than this.
  const store = await open({ node: proxy.url, catalog: catalogOf(types), patience: 4000 });
  assert.ok(seen.size > types.length, "each step had its trouble");
  await store.close();
});
