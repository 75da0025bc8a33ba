import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { leftovers, planRebuild, planRollback, type Generation } from "../../src/index/rebuild.ts";

/** `2b*` is generation 2, made by layout b, searched; `?` is a layout that nobody noted. */
const read = (text: string): Generation[] =>
  text.split(" ").map((one) => ({
    number: Number(one[0]),
    layout: one[1] === "?" ? undefined : one[1],
    current: one.endsWith("*"),
  }));

/** [what there is, what a rebuild for layout b does] */
const REBUILDS: [string, ReturnType<typeof planRebuild>][] = [
  ["1a*", { from: 1, to: 2, begun: false, remove: [] }],
  ["1?*", { from: 1, to: 2, begun: false, remove: [] }],
  ["1a* 2b", { from: 1, to: 2, begun: true, remove: [] }],
  ["1a* 2c", { from: 1, to: 3, begun: false, remove: [2] }],
  ["1a* 2c 3b", { from: 1, to: 3, begun: true, remove: [2] }],
  ["1a 2b*", { from: 2, to: 3, begun: false, remove: [] }],
  ["1b 2a*", { from: 2, to: 3, begun: false, remove: [] }],
];

test("a rebuild goes on with what it began, removes what others left unfinished, and keeps what came before", () => {
  for (const [there, plan] of REBUILDS) assert.deepEqual(planRebuild(read(there), "b"), plan, there);
});

test("the way back is the generation before, if these definitions made it or nobody knows who", () => {
  const back = (there: string) => planRollback(read(there), "a");
  assert.deepEqual(back("1a 2b*"), { from: 2, to: 1, begun: true, remove: [] });
  assert.deepEqual(back("1? 2b*"), { from: 2, to: 1, begun: true, remove: [] });
  assert.deepEqual(back("1c 2a 3b*"), { from: 3, to: 2, begun: true, remove: [] });
  assert.throws(() => back("1c 2b*"), { code: "bad-request", message: /other plugins/ });
  assert.throws(() => back("1a* 2b"), { code: "bad-request", message: /no generation before/ });
});

test("whatever there is, what is searched is neither removed nor written over, and nobody is left with nothing", () => {
  const generation = fc.record({ layout: fc.constantFrom("a", "b", undefined) });
  fc.assert(
    fc.property(fc.array(generation, { minLength: 1, maxLength: 6 }), fc.nat(), (made, searched) => {
      const all = made.map(({ layout }, i) => ({ number: i + 1, layout, current: i === searched % made.length }));
      const current = (searched % made.length) + 1;
      const plan = planRebuild(all, "b");
      assert.equal(plan.from, current);
      assert.ok(plan.to > current && !plan.remove.includes(plan.to));
      assert.ok(plan.remove.every((number) => number > current));
      assert.equal(
        plan.begun,
        all.some(({ number }) => number === plan.to),
      );
      assert.ok(!leftovers(all).includes(current));
    }),
  );
  assert.throws(() => planRebuild(read("1a 2b"), "b"), { code: "store-unavailable" });
  assert.throws(() => leftovers(read("1a 2b")), { code: "store-unavailable" });
});
