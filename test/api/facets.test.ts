import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SearchRequest } from "../../src/index/request.ts";
import { ROCKET } from "../index/worlds.ts";
import { AUDIT, fleet, partsOf, PROBE, served, type Answer } from "./world.ts";

type Option = { key: unknown; doc_count: number };
type Facet = { name: string; type: string; nested?: boolean; options?: Option[] };
type Facets = Record<string, { doc_count: number; facets?: Facet[] }>;

const requests: SearchRequest[] = [];
const { store } = await partsOf(fleet);
const get = served(fleet, {
  store: {
    ...store,
    search: (request, scope) => {
      requests.push(request);
      return store.search(request, scope);
    },
  },
});

const ask = (query = "", token = "p1"): Promise<Answer> => get(`/v1/search/facets${query}`, { token });
const facets = async (query = "", token = "p1"): Promise<Facets> => {
  const { status, text } = await ask(query, token);
  assert.equal(status, 200, text);
  return JSON.parse(text) as Facets;
};

test("facets name a type's fields with their kinds, and the values of those that are offered", async () => {
  const { [ROCKET]: rocket } = await facets(`?type=${encodeURIComponent(ROCKET)}`);
  assert.equal(rocket?.doc_count, 2);
  assert.deepEqual(rocket.facets, [
    { name: "address", type: "ip" },
    { name: "captain", type: "string" },
    { name: "created_at", type: "date" },
    { name: "crew.age", type: "long", nested: true },
    { name: "crew.born", type: "date", nested: true },
    { name: "crew.host", type: "ip", nested: true },
    { name: "crew.name", type: "string", nested: true },
    { name: "crew.role", type: "string", nested: true, options: [] },
    {
      name: "crewed",
      type: "boolean",
      options: [
        { key: "false", doc_count: 1 },
        { key: "true", doc_count: 1 },
      ],
    },
    { name: "description", type: "string" },
    { name: "hidden", type: "boolean" },
    { name: "id", type: "string" },
    { name: "name", type: "string" },
    { name: "owner", type: "string" },
    {
      name: "properties.os_distro",
      type: "string",
      nested: false,
      options: [
        { key: "debian", doc_count: 1 },
        { key: "ubuntu", doc_count: 1 },
      ],
    },
    { name: "size", type: "long" },
    { name: "stage", type: "string" },
    {
      name: "status",
      type: "string",
      options: [
        { key: "active", doc_count: 1 },
        { key: "queued", doc_count: 1 },
      ],
    },
    {
      name: "tags",
      type: "string",
      options: [
        { key: "lts", doc_count: 2 },
        { key: "prod", doc_count: 1 },
      ],
    },
    { name: "thrust", type: "double" },
    { name: "updated_at", type: "date" },
    {
      name: "visibility",
      type: "string",
      options: [
        { key: "private", doc_count: 1 },
        { key: "public", doc_count: 1 },
      ],
    },
  ]);
});

test("all types' facets come from one search", async () => {
  requests.length = 0;
  assert.deepEqual(Object.keys(await facets()), [PROBE, ROCKET]);
  assert.equal(requests.length, 1);
});

test("an administrator's facets have their fields and types; all_projects counts everybody's", async () => {
  const own = await facets("", "admin");
  assert.deepEqual(Object.keys(own), [AUDIT, PROBE, ROCKET]);
  assert.ok(own[ROCKET]?.facets?.some(({ name }) => name === "secret"));
  assert.equal(own[ROCKET]?.doc_count, 1);
  assert.equal((await facets("?all_projects=True", "admin"))[ROCKET]?.doc_count, 3);
  assert.equal((await facets("?all_projects=True", "p3"))[ROCKET]?.doc_count, 1);
});

describe("facets on request", () => {
  const tags = async (query: string): Promise<Option[] | undefined> =>
    (await facets(query))[ROCKET]?.facets?.find(({ name }) => name === "tags")?.options;
  test("limit_terms bounds the values", async () =>
    assert.deepEqual(await tags("?limit_terms=1"), [{ key: "lts", doc_count: 2 }]));
  test("limit_terms=0 is the default", async () => assert.equal((await tags("?limit_terms=0"))?.length, 2));
  test("exclude_options leaves values out", async () => assert.equal(await tags("?exclude_options=true"), undefined));
  test("include_fields=false leaves counts", async () =>
    assert.deepEqual(await facets("?include_fields=false"), { [PROBE]: { doc_count: 1 }, [ROCKET]: { doc_count: 2 } }));
  test("of a type said twice the last counts", async () =>
    assert.deepEqual(Object.keys(await facets(`?type=${ROCKET}&type=${PROBE}`)), [PROBE]));
});

describe("facets with a mistake are refused", () => {
  const WRONG: [string, number, RegExp][] = [
    ["?type=OS::No::Such", 400, /'OS::No::Such' is not in the list/],
    [`?type=${AUDIT}`, 403, /administrators/],
    ["?limit_terms=-1", 400, /limit_terms: must be a whole number/],
    ["?limit_terms=10001", 400, /at most 10000/],
    ["?limit_terms=many", 400, /limit_terms/],
    ["?all_projects=maybe", 400, /all_projects: must be true or false/],
    ["?index=other", 400, /no index 'other'/],
    ["?nosuch=1", 400, /'nosuch' is not known/],
  ];
  for (const [query, status, message] of WRONG)
    test(`${query}: ${status}`, async () => {
      const answer = await ask(query);
      assert.equal(answer.status, status);
      assert.match((JSON.parse(answer.text) as { detail: string }).detail, message);
    });
});

test("one facet's values, by how they start and page by page", async () => {
  const type = `type=${encodeURIComponent(ROCKET)}`;
  const values = async (query: string): Promise<unknown> =>
    (await facets(`?${type}&field=properties.os_distro&${query}`))[ROCKET]?.facets?.map(({ options }) =>
      options?.map(({ key }) => key),
    );
  assert.deepEqual(await values("limit_terms=1"), [["debian"]]);
  assert.deepEqual(await values("limit_terms=1&offset=1"), [["ubuntu"]]);
  assert.deepEqual(await values("prefix=UB"), [["ubuntu"]]);
  assert.equal((await ask(`?${type}&field=secret`)).status, 400);
});
