import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../../src/api/app.ts";
import { admin } from "../../index/worlds.ts";
import { partsOf } from "../world.ts";
import { askings } from "./questions.ts";
import { ENGINES } from "./slots.ts";
import { told } from "./told.ts";
import { twinsFor } from "./twin-worlds.ts";
import { identify, VIEWPOINTS } from "./viewpoints.ts";
import { twinsAreOne, type Seen } from "./worlds-asked.ts";

const memory = ENGINES[0]!;
const member = VIEWPOINTS[0]!;

/** Ways to forget who asks: the test of non-interference is worth something only if it notices each. */
const MUTANTS: [string, Seen][] = [
  [
    "searching under a scope that sees everything",
    (store) => ({ ...store, search: (request) => store.search(request, admin()) }),
  ],
  [
    "searching with administrators' fields",
    (store) => ({
      ...store,
      search: (request, scope) => store.search(request, { ...admin(false), projectId: scope.projectId }),
    }),
  ],
  [
    "searching all projects without administrators' fields",
    (store) => ({ ...store, search: (request, scope) => store.search(request, { ...scope, projectId: null }) }),
  ],
  ["reading under a scope that sees everything", (store) => ({ ...store, get: (ref) => store.get(ref, admin()) })],
  [
    "totals that count what is hidden",
    (store) => ({
      ...store,
      search: async (request, scope) => ({
        ...(await store.search(request, scope)),
        total: (await store.search(request, { ...scope, projectId: null })).total,
      }),
    }),
  ],
  [
    "cursors that tell of what is hidden",
    (store) => ({
      ...store,
      search: async (request, scope) => {
        const { after: _, ...whole } = request;
        const [answer, all] = [await store.search(request, scope), await store.search(whole, admin())];
        return { ...answer, hits: answer.hits.map((hit) => ({ ...hit, changed: hit.changed + all.total })) };
      },
    }),
  ],
];
for (const [what, seen] of MUTANTS)
  test(`${what} would be noticed`, async () => {
    const property = twinsAreOne([memory.slot(), memory.slot()], member, { questions: 10, seen });
    const { failed, errorInstance } = await fc.check(property, { numRuns: 400, endOnFailure: true });
    assert.equal(failed, true);
    assert.ok(errorInstance instanceof assert.AssertionError, "an answer differed, and nothing else went wrong");
  });

test("the questions are worth asking: many find something, and some are refused", async () => {
  const statuses = new Map<number, number>();
  let found = 0;
  const property = fc.asyncProperty(twinsFor(member.hidden), askings, async ([one], question) => {
    const app = createApp({ ...(await partsOf(one)), identify });
    const [status, , text] = await told(app, member.token, question);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (/"total":[1-9]|"_id":|"likeness":/.test(text)) found++; // exports and suggestions have no total
  });
  await fc.assert(property, { numRuns: 400 });
  assert.ok(found > 40, `only ${found} of 400 found something`);
  assert.ok(
    [200, 400, 403, 404].every((status) => statuses.has(status)),
    JSON.stringify([...statuses]),
  );
});
