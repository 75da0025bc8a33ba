import { after, describe, test } from "node:test";
import fc from "fast-check";
import { endOnFailure, ROUNDS } from "./rounds.ts";
import { ENGINES, type Slot } from "./slots.ts";
import { VIEWPOINTS } from "./viewpoints.ts";
import { twinsAreOne } from "./worlds-asked.ts";

/** Pairs of worlds for each who asks, and the most questions that each pair is asked. */
const WORLDS: Readonly<Record<string, readonly [worlds: number, questions: number]>> = {
  memory: [40, 20],
  "the embedded index": [4, 40],
  Elasticsearch: [4, 25],
};

for (const { name, absent, slot } of ENGINES)
  describe(
    `in ${name}, two worlds that differ in what one may not see give the same answers, byte for byte`,
    { skip: absent },
    () => {
      const slots: readonly [Slot, Slot] = [slot(), slot()];
      after(() => Promise.all(slots.map(({ close }) => close())));
      const [numRuns, questions] = WORLDS[name]!;
      for (const { seed, again } of ROUNDS)
        for (const view of VIEWPOINTS)
          test(`to ${view.who}${again}`, async (t) => {
            t.diagnostic(`seed ${seed}, ${numRuns} pairs of worlds`);
            await fc.assert(twinsAreOne(slots, view, { questions }), { seed, numRuns, endOnFailure });
          });
    },
  );
