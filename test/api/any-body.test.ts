import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../src/api/app.ts";
import { isObject } from "../../src/index/json.ts";
import { askings } from "./isolation/questions.ts";
import { fleet, keptLog, partsOf } from "./world.ts";

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    "",
    -1,
    1.5,
    1e308,
    "now",
    "*",
    "\u0000",
    "\u{1F680}",
    [],
    {},
    [[]],
    { "": {} },
    { constructor: {} },
    { terms: {} },
    { field: "name" },
    { bool: { must: [] } },
    { query: {} },
    { ["__proto__"]: { x: 1 } },
    "_all",
    "_score",
  ),
);

/** Puts something else at a random place: what a body looks like after somebody's mistake. */
function broken(value: unknown, path: readonly number[], other: unknown): unknown {
  const [first, ...rest] = path;
  const entries = isObject(value) || Array.isArray(value) ? Object.entries(value as object) : [];
  if (first === undefined || entries.length === 0) return other;
  const at = first % entries.length;
  const changed = entries.map(
    ([key, one], i) => [key, i === at ? broken(one, rest, other) : (one as unknown)] as const,
  );
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}

const bodies = fc
  .tuple(
    askings.filter(({ path }) => path === "/v1/search"),
    fc.array(fc.nat(20), { maxLength: 6 }),
    odd,
  )
  .map(([{ body }, path, other]) => broken(body, path, other));

test("whatever is wrong with a body, the answer is a result or says what is wrong: it is never a defect", async () => {
  const { log, lines } = keptLog();
  const app = createApp(await partsOf(fleet, { log }));
  const property = fc.asyncProperty(bodies, fc.constantFrom("p1", "admin"), async (body, token) => {
    const init = { method: "POST", headers: { "X-Auth-Token": token }, body: JSON.stringify(body) };
    const answer = await app.request("/v1/search", init);
    const text = await answer.text();
    assert.ok([200, 400, 403].includes(answer.status), `${text} ${JSON.stringify(lines.at(-2))}`);
    const said = JSON.parse(text) as { detail?: string };
    if (answer.status !== 200) assert.ok(said.detail !== undefined && said.detail.length > 10, text);
  });
  await fc.assert(property, { numRuns: 3000 });
});
