import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp, type App } from "../../src/api/app.ts";
import { staticTokens } from "../../src/api/principal.ts";
import { policyOf } from "../../src/index/policy.ts";
import { catalog, ROCKET } from "../index/worlds.ts";
import { AUDIT, fleet, partsOf, people, PROBE } from "./world.ts";

const AUDITOR = { token: "auditor", userId: "u", projectId: "p9", roles: ["reader", "auditor"] };

const open = async (file: object): Promise<App> =>
  createApp({
    ...(await partsOf(fleet)),
    identify: staticTokens([...people, AUDITOR]),
    policy: policyOf(catalog, JSON.stringify(file)),
  });

type Told = { status: number; body: Record<string, unknown> & { hits?: { total: number; hits: { _id: string }[] } } };

async function ask(app: App, token: string, path: string, body?: object): Promise<Told> {
  const headers = { "X-Auth-Token": token };
  const init = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
  const answer = await app.request(path, init);
  return { status: answer.status, body: (await answer.json()) as Told["body"] };
}
const ids = ({ body }: Told): string[] => (body.hits?.hits ?? []).map(({ _id }) => _id).toSorted();

describe("a type that the policy gives to other roles", () => {
  const file = { types: { [ROCKET]: { search: ["admin"] } } };

  test("is in no answer: search, types, fields, facets", async () => {
    const app = await open(file);
    const found = await ask(app, "p1", "/v1/search");
    assert.deepEqual([ids(found), JSON.stringify(found).includes("ubuntu-22.04-minimal")], [["b1"], false]);
    const { plugins } = (await ask(app, "p1", "/v1/search/plugins")).body as { plugins: { type: string }[] };
    assert.deepEqual(
      plugins.map(({ type }) => type),
      [PROBE],
    );
    const fields = JSON.stringify((await ask(app, "p1", "/v1/search/fields")).body);
    assert.equal(fields.includes(ROCKET), false);
    const { body: facets } = await ask(app, "p1", "/v1/search/facets");
    assert.deepEqual([Object.keys(facets), JSON.stringify(facets).includes(ROCKET)], [[PROBE], false]);
    const { body: related } = await ask(app, "p1", `/v1/resources/${PROBE}/b1/related`);
    assert.deepEqual([related["refers_to"], related["referred_by"]], [[], []]);
  });

  test("is refused in words when it is named, and its resources are not there", async () => {
    const app = await open(file);
    for (const path of ["/v1/search/facets", "/v1/search/fields"])
      assert.equal((await ask(app, "p1", `${path}?type=${ROCKET}`)).status, 403);
    const { status, body } = await ask(app, "p1", "/v1/search", { type: ROCKET });
    assert.equal(status, 403);
    assert.match(String(body["detail"]), /that is for roles that the policy names/);
    assert.equal((await ask(app, "p1", `/v1/resources/${ROCKET}/r1`)).status, 404);
    assert.equal((await ask(app, "p1", "/v1/resources/Test::Acme::Probe/b1")).status, 200);
  });

  test("is still there for those roles", async () =>
    assert.equal((await ask(await open(file), "admin", `/v1/resources/${ROCKET}/r1`)).status, 200));
});

describe("facets and aggregations", () => {
  const file = { types: { [ROCKET]: { facet: ["admin"], aggregate: ["admin"] } } };
  const aggs = { a: { terms: { field: "status" } } };

  test("leave out types whose facets are for others", async () =>
    assert.deepEqual(Object.keys((await ask(await open(file), "p1", "/v1/search/facets")).body), [PROBE]));

  test("are refused where a type searched is not to be counted, and the search without them is not", async () => {
    const app = await open(file);
    const { status, body } = await ask(app, "p1", "/v1/search", { aggs });
    assert.equal(status, 403);
    assert.match(String(body["detail"]), /aggregations on Test::Acme::Rocket: name other types/);
    assert.equal((await ask(app, "p1", "/v1/search", { aggs, type: PROBE })).status, 200);
    assert.equal((await ask(app, "p1", "/v1/search")).status, 200);
    assert.equal((await ask(app, "admin", "/v1/search", { aggs })).status, 200);
  });
});

describe("all projects", () => {
  const wish = { all_projects: true, type: ROCKET, _source: ["id", "secret"] };

  test("may be given to a role that is no administrator's: without administrators' fields and types", async () => {
    const app = await open({ default: { all_projects: ["admin", "auditor"] } });
    assert.deepEqual(ids(await ask(app, "auditor", "/v1/search", wish)), ["p2/q ü%2F", "r1", "r2"]);
    assert.deepEqual(ids(await ask(app, "auditor", "/v1/search", { type: ROCKET })), ["r2"]);
    assert.doesNotMatch(JSON.stringify((await ask(app, "auditor", "/v1/search", wish)).body), /hush/);
    assert.equal((await ask(app, "auditor", "/v1/search", { ...wish, type: AUDIT })).status, 403);
    assert.equal((await ask(app, "auditor", `/v1/resources/${ROCKET}/r1`)).status, 200);
    assert.equal((await ask(app, "auditor", `/v1/resources/${AUDIT}/a1`)).status, 404);
    assert.equal((await ask(app, "p2", `/v1/resources/${ROCKET}/r1`)).status, 404);
  });

  test("may be taken from administrators: in lists, and by id", async () => {
    const app = await open({ types: { [ROCKET]: { all_projects: [] } } });
    assert.deepEqual(ids(await ask(app, "admin", "/v1/search", wish)), ["r2"]);
    assert.equal((await ask(app, "admin", `/v1/resources/${ROCKET}/r1`)).status, 404);
    assert.deepEqual(ids(await ask(app, "admin", "/v1/search", { all_projects: true, type: PROBE })), ["b1"]);
  });

  test("are seen only where they may be seen in every type that is searched", async () => {
    const app = await open({ types: { [ROCKET]: { all_projects: [] } } });
    assert.deepEqual(ids(await ask(app, "admin", "/v1/search", { all_projects: true })), ["r2"]);
  });
});
