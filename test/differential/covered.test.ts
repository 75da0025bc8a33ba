import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../src/api/app.ts";
import { isObject } from "../../src/index/json.ts";
import type { Aggregation } from "../../src/index/aggregations/aggregation.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import { askings, type Asking } from "../api/isolation/questions.ts";
import { partsOf } from "../api/world.ts";
import { requests } from "../index/arbitraries.ts";
import { TYPES } from "../index/worlds.ts";

type Node = { readonly [name: string]: unknown };
const nodeOf = (value: unknown): Node => (isObject(value) ? value : {});
const SAMPLES = 6000;

/** The names that a schema has for what may stand in a value, at whatever depth; what it refers to is a thing of its own. */
function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (!isObject(schema)) return [];
  if (!isObject(schema)) return [];
  const { properties, additionalProperties, items, anyOf, oneOf, allOf } = schema;
  const own = Object.entries(nodeOf(properties)).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
  return [...own, ...[additionalProperties, items, anyOf, oneOf, allOf].flatMap(namesIn)];
}

/** Every key in a value, with each key that stands above it: `term.boost`, `bool.boost`. */
function pairsIn(value: unknown, above: readonly string[], to: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const one of value as unknown[]) pairsIn(one, above, to);
  for (const [name, inner] of Object.entries(nodeOf(value))) {
    to.add(name);
    for (const one of above) to.add(`${one}.${name}`);
    pairsIn(inner, [...above, name], to);
  }
  return to;
}

/** What a request says: the members of its body, or its parameters, led by its address. */
function said({ path, body }: Asking): Set<string> {
  const { pathname, searchParams } = new URL(path, "http://x");
  const route = pathname.endsWith("/related") ? "/related" : pathname;
  const names = [...searchParams.keys()].map((name) => `${route}?${name}`);
  return pairsIn(body, [route], new Set([route, ...names]));
}

const counted = (all: readonly ReadonlySet<string>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) for (const name of one) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** Fails where something was never said; else prints how often each was. */
function assertSaid(wanted: readonly string[], counts: ReadonlyMap<string, number>): void {
  const rows = [...new Set(wanted)].map((name): [string, number] => [name, counts.get(name) ?? 0]);
  console.log(rows.map(([name, count]) => `${name} ${count}`).join(", "));
  assert.deepEqual(
    rows.filter(([, count]) => count === 0).map(([name]) => name),
    [],
  );
}

/** Waiting is for what is being written, and nothing is here (see `wait.test.ts`). */
const ELSEWHERE: ReadonlySet<string> = new Set(["/v1/search.wait_for", "/v1/search?wait_for"]);

const propertiesOf = (schema: unknown): [string, unknown][] => Object.entries(nodeOf(nodeOf(schema)["properties"]));
const ledBy = (lead: string, names: readonly string[]): string[] => [lead, ...names.map((name) => `${lead}.${name}`)];

function operationOf(document: Node, path: string, method: "get" | "post"): Node {
  return nodeOf(nodeOf(nodeOf(document["paths"])[path])[method]);
}

function parametersOf(document: Node, path: string, route = path): string[] {
  const { parameters } = operationOf(document, path, "get");
  return (parameters as Node[]).flatMap((one) => (one["in"] === "query" ? [`${route}?${String(one["name"])}`] : []));
}

function bodyOf(document: Node, path: string): [string, unknown][] {
  const { content } = nodeOf(operationOf(document, path, "post")["requestBody"]);
  return propertiesOf(nodeOf(nodeOf(content)["application/json"])["schema"]);
}

/** The kinds of an object of names and aggregations, which may be null. */
function kindsIn(schema: unknown): [string, unknown][] {
  const [named] = nodeOf(schema)["anyOf"] as unknown[];
  return propertiesOf(nodeOf(named)["additionalProperties"]);
}

const MEMBERS = ["highlight", "facets", "_source", "sort"];

test("the generated requests have every clause, aggregation, option, member and parameter of the document", async () => {
  const answer = await createApp(await partsOf([])).request("/openapi.json");
  const document = (await answer.json()) as Node;
  const clauses = propertiesOf(nodeOf(nodeOf(document["components"])["schemas"])["Query"]);
  const body = bodyOf(document, "/v1/search");
  const kinds = kindsIn(Object.fromEntries(body)["aggs"]);
  const wanted = [
    ...[...clauses, ...kinds].flatMap(([name, schema]) => ledBy(name, namesIn(schema))),
    ...body.map(([name]) => `/v1/search.${name}`),
    ...body.filter(([name]) => MEMBERS.includes(name)).flatMap(([name, schema]) => ledBy(name, namesIn(schema))),
    ...bodyOf(document, "/v1/search/export").map(([name]) => `/v1/search/export.${name}`),
    ...["/v1/search", "/v1/search/facets", "/v1/search/suggest", "/v1/search/fields"].flatMap((path) =>
      parametersOf(document, path),
    ),
    ...parametersOf(document, "/v1/resources/{type}/{id}/related", "/related"),
  ];
  assert.ok(clauses.length > 20 && kinds.length > 18 && wanted.length > 200, `${wanted.length} are wanted`);
  assertSaid(
    wanted.filter((name) => !ELSEWHERE.has(name)),
    counted(fc.sample(askings, { numRuns: SAMPLES, seed: 1 }).map(said)),
  );
});

/** Every node of the tree, and every aggregation: the compiler holds these to be all. */
const NODES: Record<SearchQuery["kind"], true> = {
  all: true,
  none: true,
  and: true,
  or: true,
  not: true,
  filter: true,
  boost: true,
  terms: true,
  range: true,
  exists: true,
  pattern: true,
  words: true,
  regexp: true,
  near: true,
  some: true,
  nested: true,
  called: true,
  ids: true,
};
const AGGREGATIONS: Record<Aggregation["kind"], true> = {
  terms: true,
  cardinality: true,
  value_count: true,
  min: true,
  max: true,
  sum: true,
  avg: true,
  stats: true,
  range: true,
  histogram: true,
  composite: true,
  hits: true,
  missing: true,
  filter: true,
  filters: true,
  nested: true,
  reverse_nested: true,
};

function kindsSaid(value: unknown, to = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value as unknown[]) kindsSaid(one, to);
  const node = nodeOf(value);
  if (typeof node["kind"] === "string") to.add(node["kind"]);
  for (const inner of Object.values(node)) kindsSaid(inner, to);
  return to;
}

test("the generated trees have every node, aggregation, sort and page", () => {
  const trees = fc.sample(requests(TYPES), { numRuns: SAMPLES, seed: 1 });
  const page = ({ from, sort, size, postFilter }: (typeof trees)[number]): string[] => [
    ...(from > 0 ? ["from"] : []),
    ...(size === 0 ? ["nothing but counts"] : []),
    ...(postFilter ? ["post filter"] : []),
    ...(sort.length > 1 ? ["several sort keys"] : []),
    ...sort.flatMap(({ field, order }) => [`sort by ${field}`, order]),
  ];
  const sorts = ["_score", "_id", "_type", "name", "size", "created_at", "crew.age", "address"];
  assertSaid(
    [
      ...Object.keys(NODES),
      ...Object.keys(AGGREGATIONS),
      "from",
      "nothing but counts",
      "post filter",
      "several sort keys",
      "asc",
      "desc",
      ...sorts.map((field) => `sort by ${field}`),
    ],
    counted(trees.map((one) => new Set([...kindsSaid(one.query), ...kindsSaid(one.aggregations), ...page(one)]))),
  );
});
