import assert from "node:assert/strict";
import { test } from "node:test";
import { drafted, type DraftJob } from "../../../src/index/stores/embedded/indexing/drafting.ts";
import { drafts } from "../../../src/index/stores/embedded/indexing/drafts.ts";
import { keep, typeHoldings, type TypeHoldings } from "../../../src/index/stores/embedded/segments/type-holdings.ts";
import { unindexed } from "../../../src/index/stores/embedded/segments/unindexed.ts";
import { textOf } from "../../../src/index/stores/embedded/tables/state-text.ts";
import { stateOf } from "../../../src/index/operation.ts";
import { plugins } from "../contract-types.ts";
import { put } from "../worlds.ts";

const [one, other] = plugins.slice(0, 2).map((definition) => typeHoldings(definition)) as [TypeHoldings, TypeHoldings];

function wait(holdings: TypeHoldings, id: string): void {
  const { definition } = holdings;
  const ref = { type: definition.type, id };
  const text = textOf({ ...stateOf(put(id, { owner: "p1" })), ref });
  keep(holdings, unindexed(definition, { sequence: 1, ref, text }));
}

test("a type whose segment cannot be made keeps no other from having its own, and is said until none is due", async (t) => {
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const damaged = new Error("the record of r1 cannot be used");
  const asked: string[] = [];
  const draft = async (job: DraftJob) => {
    asked.push(job.type);
    if (job.type === one.definition.type) throw damaged;
    return drafted(other.definition, job);
  };
  const making = drafts({ draft });
  const looked = async (): Promise<unknown> => {
    for (const holdings of [one, other]) making.look(holdings, 0);
    await new Promise(setImmediate);
    return making.trouble();
  };
  for (const holdings of [one, other]) wait(holdings, "r1");
  assert.equal(await looked(), damaged);
  assert.deepEqual([one.segments.length, other.segments.length], [0, 1]);
  wait(other, "r2");
  assert.equal(await looked(), damaged, "what another type has made says nothing of this one");
  assert.deepEqual(
    asked,
    [one, other, other].map(({ definition }) => definition.type),
    "it is not tried again at once",
  );
  now = 1000;
  assert.equal(await looked(), damaged);
  assert.equal(asked.length, 4);
  one.recent.clear();
  now = 2000;
  assert.equal(await looked(), undefined);
});
