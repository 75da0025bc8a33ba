import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { put, ROCKET } from "../index/worlds.ts";
import { served, type Found } from "./world.ts";

const ADA = { name: "Ada Lovelace", role: "pilot", age: 30, clearance: "top" };
const BOB = { name: "Bob", role: "cook", age: 40 };
const rocket = (id: string, crew: object[]) =>
  put(id, { id, name: id, owner: "p1", visibility: "private", crew: crew as never });

const get = served([
  rocket("both", [ADA, BOB]),
  rocket("swapped", [
    { ...ADA, role: "cook" },
    { ...BOB, role: "pilot" },
  ]),
  rocket("pilots", [ADA, { ...ADA, name: "Ada Two" }]),
  rocket("nobody", []),
]);

const ask = async (body: object, token = "p1"): Promise<Found> => {
  const { status, text } = await get("/v1/search", { method: "POST", token, body: { type: ROCKET, ...body } });
  assert.equal(status, 200, text);
  return JSON.parse(text) as Found;
};
const idsOf = async (query: object, token?: string): Promise<string> =>
  (await ask({ query }, token)).hits.hits
    .map(({ _id }) => _id)
    .toSorted()
    .join(" ");

/** [a query, the rockets that it finds]. */
const PLAIN: [object, string][] = [
  [{ term: { "crew.role": "cook" } }, "both swapped"],
  [{ match: { "crew.name": "lovelace" } }, "both pilots swapped"],
  [{ query_string: { query: "crew.age:[35 TO *] AND crew.role:pilot" } }, "both swapped"],
  [{ query_string: { query: "lovelace" } }, "both pilots swapped"],
  [{ match_phrase: { "crew.name": "ada lovelace" } }, "both pilots swapped"],
  [{ match_phrase: { "crew.name": "lovelace bob" } }, ""],
  [{ exists: { field: "crew" } }, "both pilots swapped"],
];
describe("fields of a nested one are searched as any other with several values", () => {
  for (const [query, found] of PLAIN) test(JSON.stringify(query), async () => assert.equal(await idsOf(query), found));
});

test("facets of nested fields count resources, however many of its objects have the value", async () => {
  const { text } = await get(`/v1/search/facets?type=${ROCKET}&field=crew.role`, { token: "p1" });
  const { facets } = (JSON.parse(text) as Record<string, { facets: object[] }>)[ROCKET]!;
  const options = [
    { key: "pilot", doc_count: 3 },
    { key: "cook", doc_count: 2 },
  ];
  assert.deepEqual(facets, [{ name: "crew.role", type: "string", nested: true, options }]);
});

test("a match is marked in the objects that hold it, and a table has a column of all", async () => {
  const { hits } = await ask({ query: { match: { "crew.name": "bob" } }, highlight: { fields: { "*": {} } } });
  assert.deepEqual(hits.hits[0]?.highlight, { "crew.name": ["<em>Bob</em>"] });
  const { text } = await get("/v1/search/export?format=csv&_source=crew.role&q=name:both", { token: "p1" });
  assert.equal(text, `_type,_id,crew.role\r\n${ROCKET},both,"[""pilot"",""cook""]"\r\n`);
});

test("what administrators alone see of an object is neither shown to others nor found by them", async () => {
  const { hits } = await ask({ query: { ids: { values: ["both"] } } });
  assert.equal(JSON.stringify(hits).includes("clearance"), false);
  assert.equal(await idsOf({ query_string: { query: "top" } }), "");
  const { status, text } = await get("/v1/search?q=crew.clearance:top", { token: "p1" });
  assert.deepEqual([status, /there is no field 'crew\.clearance'/.test(text)], [400, true]);
});

const nested = (query: object, path = "crew") => ({ nested: { path, query } });
const both = (...must: object[]) => nested({ bool: { must } });

/** [a query, the rockets that have one object which is all of it]. */
const TOGETHER: [object, string][] = [
  [both({ term: { "crew.role": "cook" } }, { match: { "crew.name": "bob" } }), "both"],
  [both({ term: { "crew.role": "cook" } }, { range: { "crew.age": { lt: 35 } } }), "swapped"],
  [nested({ query_string: { query: "crew.role:pilot AND crew.age:>35" } }), "swapped"],
  [nested({ query_string: { query: "lovelace", fields: ["crew.name"] } }), "both pilots swapped"],
  [nested({ query_string: { query: "bob cook", default_operator: "and" } }), "both"],
  [nested({ bool: { must_not: { term: { "crew.role": "pilot" } } } }), "both swapped"],
  [{ bool: { must_not: nested({ term: { "crew.role": "cook" } }) } }, "nobody pilots"],
  [nested({ match_all: {} }), "both pilots swapped"],
  [{ query_string: { query: "_exists_:crew" } }, "both pilots swapped"],
];
describe("a nested clause finds what has one object that is all of it", () => {
  for (const [query, found] of TOGETHER)
    test(JSON.stringify(query), async () => assert.equal(await idsOf(query), found));
});

test("a nested clause counts what its best object does, in whichever place it stands", async () => {
  const { hits } = await ask({ query: both({ match: { "crew.name": { query: "ada two", boost: 2 } } }) });
  assert.deepEqual(
    hits.hits.map(({ _score }) => _score),
    [6, 6, 6],
  );
  const plain = await ask({
    query: { nested: { path: "crew", query: { match: { "crew.name": "ada" } }, score_mode: "none" } },
  });
  assert.equal(plain.hits.max_score, 0);
});

test("a nested clause marks what it asks for", async () => {
  const { hits } = await ask({ query: nested({ query_string: { query: "bob" } }), highlight: { fields: { "*": {} } } });
  assert.deepEqual(hits.hits[0]?.highlight, { "crew.name": ["<em>Bob</em>"] });
});

test("an administrator correlates what only administrators see", async () => {
  const query = both({ term: { "crew.clearance": "top" } }, { term: { "crew.role": "cook" } });
  const body = { query, all_projects: true };
  assert.deepEqual(
    (await ask(body, "admin")).hits.hits.map(({ _id }) => _id),
    ["swapped"],
  );
});

/** [the query, what its refusal says]. */
const REFUSED: [object, RegExp][] = [
  [nested({ term: { status: "x" } }), /^query\.nested\.query\.term\.status: no object of 'crew' has a field 'status'/],
  [nested({ term: { "crew.nmae": "x" } }), /no object of 'crew' has a field 'crew\.nmae'.*'crew\.name'/],
  [nested({ term: { "crew.clearance": "x" } }), /no object of 'crew' has a field 'crew\.clearance'/],
  [nested({ query_string: { query: "status:x" } }), /there is no field 'status'/],
  [nested({ ids: { values: ["both"] } }), /^query\.nested\.query\.ids: resources have ids/],
  [nested(nested({ match_all: {} })), /^query\.nested\.query\.nested\.path: no object of 'crew' has a field 'crew'/],
  [nested({ match_all: {} }, "name"), /^query\.nested\.path: 'name' is no nested field/],
  [nested({ match_all: {} }, "crwe"), /^query\.nested\.path: none of the types searched has a field 'crwe'.*'crew'/],
  [nested({ match_all: {} }, "checks"), /^query\.nested\.path: none of the types searched has a field 'checks'/],
  [{ nested: { path: "crew", query: { match_all: {} }, inner_hits: {} } }, /'inner_hits' is not known here/],
  [{ nested: { path: "crew" } }, /^query\.nested\.query: is missing/],
  [
    { nested: { path: "crew", query: { match_all: {} }, score_mode: "avg" } },
    /^query\.nested\.score_mode: must be max/,
  ],
  [{ term: { crew: "x" } }, /^query\.term\.crew: 'crew' is a list of objects: name one of their fields, 'crew\.…'/],
  [{ query_string: { query: "crew:x" } }, /'crew' is a list of objects/],
];
describe("is refused with its place:", () => {
  for (const [query, message] of REFUSED)
    test(JSON.stringify(query), async () => {
      const { status, text } = await get("/v1/search", { method: "POST", token: "p1", body: { type: ROCKET, query } });
      assert.deepEqual([status, message.test((JSON.parse(text) as { detail: string }).detail)], [400, true], text);
    });
});

const counts = async (aggs: object, more: object = {}): Promise<unknown> =>
  (await ask({ size: 0, aggs, ...more })).aggregations;
const terms = (field: string, aggs?: object) => ({ terms: { field }, ...(aggs && { aggs }) });

test("top_hits tells the resources of objects, behind reverse_nested", async () => {
  const first = { reverse_nested: {}, aggs: { first: { top_hits: { size: 5, sort: "name", _source: ["name"] } } } };
  const aggs = { a: { nested: { path: "crew" }, aggs: { rockets: first } } };
  const { aggregations } = await ask({ limit: 0, aggs });
  const { rockets } = (aggregations as unknown as { a: { rockets: { first: Found } } }).a;
  assert.deepEqual(
    rockets.first.hits.hits.map(({ _id }) => _id),
    ["both", "pilots", "swapped"],
  );
});

test("a nested aggregation counts objects, and reverse_nested the resources that have them", async () => {
  const asked = {
    people: {
      nested: { path: "crew" },
      aggs: {
        roles: terms("crew.role", { rockets: { reverse_nested: {} } }),
        all: { reverse_nested: {}, aggs: { names: terms("_id") } },
        old: { filter: { range: { "crew.age": { gt: 35 } } }, aggs: { age: { avg: { field: "crew.age" } } } },
      },
    },
  };
  const names = (...ids: string[]) => ({
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: 0,
    buckets: ids.map((key) => ({ key, doc_count: 1 })),
  });
  assert.deepEqual(await counts(asked), {
    people: {
      doc_count: 6,
      roles: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 0,
        buckets: [
          { key: "pilot", doc_count: 4, rockets: { doc_count: 3 } },
          { key: "cook", doc_count: 2, rockets: { doc_count: 2 } },
        ],
      },
      all: { doc_count: 3, names: names("both", "pilots", "swapped") },
      old: { doc_count: 2, age: { value: 40 } },
    },
  });
});

const inCrew = (aggs: object) => ({ a: { nested: { path: "crew" }, aggs } });

/** [the aggregations, what their refusal says]. */
const UNCOUNTED: [object, RegExp][] = [
  [{ a: { nested: { path: "name" } } }, /^aggs\.a\.nested\.path: 'name' is no nested field/],
  [{ a: { nested: { path: "checks" } } }, /^aggs\.a\.nested\.path: none of the types searched has a field 'checks'/],
  [{ a: { nested: {} } }, /^aggs\.a\.nested\.path: is missing/],
  [inCrew({ b: terms("status") }), /^aggs\.a\.aggs\.b\.terms\.field: no object of 'crew' has a field 'status'/],
  [inCrew({ b: terms("crew.clearance") }), /no object of 'crew' has a field 'crew\.clearance'/],
  [inCrew({ b: { nested: { path: "crew" } } }), /^aggs\.a\.aggs\.b\.nested\.path: no object of 'crew' has/],
  [inCrew({ b: { filter: { term: { status: "x" } } } }), /no object of 'crew' has a field 'status'/],
  [{ a: { reverse_nested: {} } }, /^aggs\.a\.reverse_nested: stands within a nested aggregation/],
  [
    inCrew({ b: { top_hits: {} } }),
    /^aggs\.a\.aggs\.b\.top_hits: tells resources, and objects of 'crew' are counted here: go back by reverse_nested/,
  ],
  [inCrew({ b: { reverse_nested: { path: "x" } } }), /'path' is not known here/],
  [{ a: terms("crew") }, /'crew' is a list of objects/],
];
describe("is not counted:", () => {
  for (const [aggs, message] of UNCOUNTED)
    test(JSON.stringify(aggs), async () => {
      const { status, text } = await get("/v1/search", { method: "POST", token: "p1", body: { type: ROCKET, aggs } });
      assert.deepEqual([status, message.test((JSON.parse(text) as { detail: string }).detail)], [400, true], text);
    });
});
