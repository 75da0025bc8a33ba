import assert from "node:assert/strict";
import { test } from "node:test";
import { admin, asking, put } from "../worlds.ts";
import { absent, client, open, ownPrefix } from "./cluster.ts";

test("an answer without a part of the index says so, and the store is not ready", { skip: absent }, async () => {
  const prefix = ownPrefix();
  const store = await open({ prefix });
  await store.apply([put("r1", { owner: "p1" })]);
  await store.refresh();
  await client().indices.create({
    index: `${prefix}-test-acme-rocket-000002`,
    settings: { number_of_replicas: 0, "index.routing.allocation.require._name": "nobody" },
    mappings: await client()
      .indices.getMapping({ index: `${prefix}-test-acme-rocket-000001` })
      .then((all) => Object.values(all)[0]!.mappings),
    aliases: { [`${prefix}-test-acme-rocket-read`]: {}, [`${prefix}-all`]: {} },
    wait_for_active_shards: 0,
  });
  const answer = await store.search(asking({ kind: "all" }), admin());
  assert.deepEqual([answer.total, answer.complete], [1, false]);
  assert.deepEqual(answer.reasons, ["1 of 2 parts of the index did not answer"]);
  await assert.rejects(store.ready(), { code: "store-unavailable" });
  await store.close();
});
