import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import { policyOf } from "../../src/index/policy.ts";
import { catalog, ROCKET } from "../index/worlds.ts";
import { AUDIT, fleet, partsOf, PROBE, served } from "./world.ts";

type Told = {
  complete: boolean;
  as_of: string | null;
  suggestions: { kind: string; text: string; field?: string; likeness: string; resource_types: string[] }[];
};

describe("suggestions", () => {
  const ask = served();
  const suggested = async (token: string, query: Record<string, string>): Promise<Told> => {
    const { status, text } = await ask(`/v1/search/suggest?${new URLSearchParams(query).toString()}`, { token });
    assert.equal(status, 200, text);
    return JSON.parse(text) as Told;
  };
  const texts = async (token: string, q: string, more: Record<string, string> = {}): Promise<string[]> =>
    (await suggested(token, { q, ...more })).suggestions.map(({ text }) => text);

  test("complete what is typed, and say what each is, how like it is, and which types have it", async () =>
    assert.deepEqual((await suggested("p1", { q: "ubu" })).suggestions, [
      { kind: "name", text: "ubuntu-22.04-minimal", field: "name", likeness: "prefix", resource_types: [ROCKET] },
      {
        kind: "value",
        text: "ubuntu",
        field: "properties.os_distro",
        likeness: "prefix",
        resource_types: [ROCKET],
      },
      { kind: "name", text: "probe of ubuntu", field: "name", likeness: "word", resource_types: [PROBE] },
    ]));

  test("tell how fresh and complete they are, as searches do", async () => {
    const { complete, as_of } = await suggested("p1", { q: "ubu" });
    assert.deepEqual([complete, as_of], [true, null]);
  });

  test("are of the types named, and no more than asked for", async () => {
    assert.deepEqual(await texts("p1", "ubu", { type: PROBE }), ["probe of ubuntu"]);
    assert.deepEqual(await texts("p1", "ubu", { type: `${PROBE}, ${ROCKET}`, size: "1" }), ["ubuntu-22.04-minimal"]);
  });

  test("are of what the caller may see: all projects only for administrators", async () => {
    assert.deepEqual(await texts("p2", "ubu", { all_projects: "true" }), []);
    assert.deepEqual(await texts("admin", "ubuntu-22", { all_projects: "true" }), ["ubuntu-22.04-minimal"]);
    assert.deepEqual(await texts("admin", "ubuntu-22"), []);
    assert.deepEqual(await texts("p1", "secr"), []);
    assert.deepEqual(await texts("admin", "secr"), ["secret"]);
  });

  // [what is asked, status, what the answer says]
  const REFUSED: [string, number, RegExp][] = [
    ["", 400, /^q: is missing/],
    ["?q=", 400, /^q: must not be empty/],
    [`?q=${"x".repeat(257)}`, 400, /^q: is 257 characters long; at most 256 are taken/],
    ["?q=a&q=b", 400, /^q: is given twice/],
    ["?q=a&size=0", 400, /^size: must be a whole number from 1 to 100/],
    ["?q=a&size=101", 400, /^size: must be a whole number from 1 to 100/],
    ["?q=a&size=ten", 400, /^size: must be a whole number from 1 to 100/],
    ["?q=a&all_projects=maybe", 400, /^all_projects: must be true or false/],
    ["?q=a&prefix=b", 400, /^prefix: 'prefix' is not known here; what may stand here is q, type, size, all_projects/],
    ["?q=a&type=Test::Acme::Roket", 400, /is not in the list of enabled plugins; did you mean 'Test::Acme::Rocket'/],
    [`?q=a&type=${AUDIT}`, 403, /You may not search/],
  ];
  for (const [query, status, says] of REFUSED)
    test(`'${query.slice(0, 40)}' is refused with the reason`, async () => {
      const answer = await ask(`/v1/search/suggest${query}`, { token: "p1" });
      assert.equal(answer.status, status, answer.text);
      assert.match((JSON.parse(answer.text) as { detail: string }).detail, says);
    });

  test("cost a token of somebody who may read", async () => {
    assert.equal((await ask("/v1/search/suggest?q=a")).status, 401);
    assert.equal((await ask("/v1/search/suggest?q=a", { token: "nobody" })).status, 403);
  });

  test("count against the quota", async () =>
    assert.ok((await ask("/v1/search/suggest?q=a", { token: "p1" })).headers["ratelimit"]));
});

test("whom the policy gives no facets is told no values, but names and fields", async () => {
  const policy = policyOf(catalog, JSON.stringify({ types: { [ROCKET]: { facet: ["admin"] } } }));
  const app = createApp({ ...(await partsOf(fleet)), policy });
  const answer = await app.request("/v1/search/suggest?q=ubu", { headers: { "X-Auth-Token": "p1" } });
  assert.deepEqual(
    ((await answer.json()) as Told).suggestions.map(({ kind, text }) => [kind, text]),
    [
      ["name", "ubuntu-22.04-minimal"],
      ["name", "probe of ubuntu"],
    ],
  );
});
