import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { docsPage } from "../../src/api/docs.ts";
import { documentOf } from "../../src/api/openapi.ts";
import type { Node } from "../../src/api/json-schema.ts";
import { served } from "./world.ts";

const get = served();
const documented = async (): Promise<Record<string, Record<string, Node>>> =>
  (JSON.parse((await get("/openapi.json")).text) as { paths: Record<string, Record<string, Node>> }).paths;

test("the document needs no token and names every address", async () => {
  assert.deepEqual(Object.keys(await documented()).toSorted(), [
    "/",
    "/docs",
    "/healthz",
    "/metrics",
    "/openapi.json",
    "/readyz",
    "/v1/notifications",
    "/v1/plugins",
    "/v1/resources/{type}/{id}",
    "/v1/resources/{type}/{id}/related",
    "/v1/search",
    "/v1/search/export",
    "/v1/search/facets",
    "/v1/search/fields",
    "/v1/search/plugins",
    "/v1/search/suggest",
  ]);
});

test("what the document describes is served, with a token only where it says so", async () => {
  for (const [path, operations] of Object.entries(await documented()))
    for (const [method, operation] of Object.entries(operations)) {
      const { status } = await get(path, { method: method.toUpperCase() });
      const [good] = Object.keys(operation["responses"] as object);
      assert.equal(status, (operation["security"] as unknown[]).length > 0 ? 401 : Number(good), `${method} ${path}`);
    }
});

test("every reference in the document leads somewhere", async () => {
  const { text } = await get("/openapi.json");
  const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
  const names = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!));
  assert.deepEqual([...names].toSorted(), ["Problem", "Query"]);
  for (const name of names) assert.ok(document.components.schemas[name], name);
});

test("the document knows every clause by its name", async () => {
  const { text } = await get("/openapi.json");
  const { Query } = (JSON.parse(text) as { components: { schemas: Record<string, { properties: object }> } }).components
    .schemas;
  assert.ok(["term", "bool", "query_string"].every((name) => Object.hasOwn(Query!.properties, name)));
});

describe("the page to read", () => {
  test("has everything in itself, and runs nothing", async () => {
    const { text, headers } = await get("/docs");
    assert.match(String(headers["content-type"]), /^text\/html/);
    assert.match(String(headers["content-security-policy"]), /^default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(text, /<script|<link|<img|\ssrc=|@import|url\(|\son\w+=/i);
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(links, ["/openapi.json"]);
    assert.match(text, /POST \/v1\/search</);
  });

  test("makes a tag of nothing that the document says", async () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    const document = { ...documentOf([]), info: { title: evil, version: evil, description: evil } };
    const text = await docsPage({
      ...document,
      paths: {
        [evil]: {
          [evil]: { summary: evil, parameters: [{ name: evil }], responses: { [evil]: { description: evil } } },
        },
      },
      components: { schemas: { [evil]: { description: evil } } },
    }).text();
    assert.doesNotMatch(text, /<img/i);
    assert.equal(text.includes("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;"), true);
  });
});

test("a problem that tells more is documented with it: rejected notifications are told one by one", async () => {
  const { post } = (await documented())["/v1/notifications"]!;
  const { text } = await get("/v1/notifications", { method: "POST", token: "admin", body: { bad: true } });
  type Answers = Record<string, { content: Record<string, { schema: { properties: object } }> }>;
  const known = (post!["responses"] as Answers)["400"]!.content["application/problem+json"]!.schema.properties;
  const said = Object.keys(JSON.parse(text) as object);
  assert.ok(said.includes("results") && said.every((name) => Object.hasOwn(known, name)), said.join(", "));
});
