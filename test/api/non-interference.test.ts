import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp, type App } from "../../src/api/app.ts";
import type { ApiParts } from "../../src/api/parts.ts";
import type { Operation } from "../../src/index/operation.ts";
import { isObject } from "../../src/index/json.ts";
import { admin } from "../index/worlds.ts";
import { askings, type Asking } from "./questions.ts";
import { CALLER, twins } from "./twin-worlds.ts";
import { partsOf } from "./world.ts";

type Store = ApiParts["store"];
type Seen = (store: Store) => Store;

/** Headers set apart: the id of the answer, and what the time that passed gave back of the quota. */
const APART = /^(x-openstack-request-id|ratelimit)$/;

/** What a caller may ask next with what an answer holds: the page behind its cursor, or behind the first line of an export. */
function next({ method, path, body }: Asking, text: string, link: string | null): Asking | undefined {
  const linked = /^<([^>]*)>; rel="next"$/.exec(link ?? "")?.[1];
  if (linked !== undefined) return { method, path: `/v1/search${linked}` };
  const cursor = /"_?cursor":"([^"]+)"/.exec(text)?.[1] ?? /,([\w-]+\.[\w-]{43})\r\n/.exec(text)?.[1];
  return cursor === undefined || !isObject(body)
    ? undefined
    : { method, path, body: { ...body, from: undefined, cursor } };
}

/** All of an answer that a caller can tell from another, and of those that follow: but for ids, and how long each took. */
async function told(app: App, { method, path, body }: Asking, pages = 3): Promise<string> {
  const headers = { "X-Auth-Token": CALLER };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await app.request(path, init);
  const said = [...answer.headers].filter(([name]) => !APART.test(name));
  const text = (await answer.text()).replace(/^\{"took":\d+,/, "{");
  const more = pages > 1 ? next({ method, path, body }, text, answer.headers.get("link")) : undefined;
  return JSON.stringify([answer.status, said, text, ...(more ? [await told(app, more, pages - 1)] : [])]);
}

const open = async (operations: readonly Operation[], seen: Seen): Promise<App> => {
  const parts = await partsOf(operations);
  return createApp({ ...parts, store: seen(parts.store) });
};

/** What is told of one world is told of its twin. */
const twinsAreOne = (seen: Seen) =>
  fc.asyncProperty(twins, fc.array(askings, { minLength: 1, maxLength: 10 }), async ([one, other], questions) => {
    const [a, b] = [await open(one, seen), await open(other, seen)];
    for (const question of questions) assert.equal(await told(a, question), await told(b, question));
  });

test("two worlds that differ in what the caller may not see give the same answers, byte for byte", async () =>
  fc.assert(
    twinsAreOne((store) => store),
    { numRuns: 400 },
  ));

/** Ways to forget who asks: the test above is worth something only if it notices each. */
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
    "versions that move with what is hidden",
    (store) => ({
      ...store,
      search: async (request, scope) => {
        const answer = await store.search(request, scope);
        const whole = await Promise.all(answer.hits.map(({ type, id }) => store.get({ type, id }, admin())));
        return { ...answer, hits: answer.hits.map((hit, i) => ({ ...hit, version: whole[i]?.version ?? 0 })) };
      },
    }),
  ],
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
    const { failed, errorInstance } = await fc.check(twinsAreOne(seen), { numRuns: 400, endOnFailure: true });
    assert.equal(failed, true);
    assert.ok(errorInstance instanceof assert.AssertionError, "an answer differed, and nothing else went wrong");
  });

test("the questions are worth asking: many find something, and some are refused", async () => {
  const statuses = new Map<number, number>();
  let found = 0;
  const property = fc.asyncProperty(twins, askings, async ([one], question) => {
    const [status, , text] = JSON.parse(await told(await open(one, (store) => store), question)) as [
      number,
      unknown,
      string,
    ];
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (/"total":[1-9]|"_id":/.test(text)) found++; // an export has no total
  });
  await fc.assert(property, { numRuns: 400 });
  assert.ok(found > 60, `only ${found} of 400 found something`);
  assert.ok(
    [200, 400, 403, 404].every((status) => statuses.has(status)),
    JSON.stringify([...statuses]),
  );
});
