import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ROCKET } from "../index/worlds.ts";
import { served, type Answer, type Found, type Question } from "./world.ts";

const get = served();
const total = ({ text }: Answer): number => (JSON.parse(text) as Found).hits.total;
const detail = ({ text }: Answer): string => (JSON.parse(text) as { detail: string }).detail;

describe("a body counts, whatever carries it", () => {
  const body = { query: { ids: { values: ["r1"] } } };
  const WAYS: [string, Question][] = [
    ["a POST", { method: "POST", body }],
    ["a GET", { method: "GET", body }],
    ["a GET that says it is JSON", { body, headers: { "Content-Type": "application/json" } }],
    ["a GET in chunks", { body, headers: { "Transfer-Encoding": "chunked" } }],
  ];
  for (const [way, question] of WAYS)
    test(way, async () => assert.equal(total(await get("/v1/search", { token: "p1", ...question })), 1));
  test("none is everything", async () => assert.equal(total(await get("/v1/search", { token: "p1" })), 3));
  const REFUSED: [string, Question, string, RegExp][] = [
    ["beside a body", { body }, `?type=${ROCKET}`, /^type: a search is described in the body/],
    ["of a POST", { method: "POST" }, `?type=${ROCKET}`, /^type: a search is described in the body/],
    ["that are not known", {}, "?typ=x", /^typ: 'typ' is not known here/],
    ["given twice", {}, "?q=a&q=b", /^q: is given twice/],
    ["that say no sense", {}, "?limit=many", /^limit: must be a whole number/],
  ];
  for (const [what, question, parameters, says] of REFUSED)
    test(`parameters in the address ${what} are refused, not ignored`, async () => {
      const answer = await get(`/v1/search${parameters}`, { token: "p1", ...question });
      assert.equal(answer.status, 400);
      assert.match(detail(answer), says);
    });
  test("an address may say all of a search", async () => {
    const answer = await get(`/v1/search?q=name:ubuntu*&type=${ROCKET},Test::Acme::Probe&sort=name:desc`, {
      token: "p1",
    });
    assert.deepEqual(
      (JSON.parse(answer.text) as Found).hits.hits.map(({ _id }) => _id),
      ["r1", "b1"],
    );
  });
  test("a compressed one is refused in words", async () => {
    const headers = { "Content-Encoding": "gzip" };
    assert.match(
      detail(await get("/v1/search", { method: "POST", token: "p1", body: "x", headers })),
      /'gzip' is not taken/,
    );
  });
});

describe("addresses", () => {
  /** [method, path, status]: with a valid token. */
  const ADDRESSES: [string, string, number][] = [
    ["GET", "/", 300],
    ["GET", "/v2/search", 300],
    ["GET", "/nothing", 300],
    ["GET", "/v1", 404],
    ["GET", "/v1/nothing", 404],
    ["GET", "/v1.0/search", 200],
    ["GET", "/v1.0/search/", 200],
    ["GET", "/v1/search/plugins/", 200],
    ["HEAD", "/v1/search/plugins", 200],
    ["GET", "/healthz", 200],
    ["GET", "/readyz", 200],
    ["GET", "/docs", 200],
    ["GET", "/openapi.json", 200],
    ["PUT", "/v1/search", 405],
    ["DELETE", "/v1/search/facets", 405],
    ["POST", "/v1/search/plugins", 405],
    ["POST", `/v1/resources/${ROCKET}/r1`, 405],
    ["GET", "/v1/notifications", 405],
    ["GET", `/v1/resources/${ROCKET}`, 404],
    ["GET", `/v1/resources/${ROCKET}/%zz`, 400],
  ];
  for (const [method, path, status] of ADDRESSES)
    test(`${method} ${path} is ${status}`, async () =>
      assert.equal((await get(path, { method, token: "p1" })).status, status));

  test("an address that takes other verbs says which", async () => {
    assert.equal((await get("/v1/search", { method: "PUT" })).headers["allow"], "POST, GET, HEAD, OPTIONS");
    assert.equal((await get("/v1/notifications")).headers["allow"], "POST, OPTIONS");
  });
  test("versions need no token, and link to this server", async () => {
    const { text } = await get("/");
    const [version] = (JSON.parse(text) as { versions: { id: string; links: { href: string }[] }[] }).versions;
    assert.equal(version?.id, "v1.0");
    assert.match(version.links[0]?.href ?? "", /^http:\/\/127\.0\.0\.1:\d+\/v1\/$/);
  });
});

describe("who asks", () => {
  const bearer = (token: string): Question => ({ headers: { Authorization: `Bearer ${token}` } });
  /** [what, the question, status]. */
  const CALLERS: [string, Question, number][] = [
    ["no token", {}, 401],
    ["an unknown token", { token: "stranger" }, 401],
    ["an empty token", { token: "" }, 401],
    ["a bearer token", bearer("p1"), 200],
    ["an unknown bearer token", bearer("stranger"), 401],
    ["another scheme", { headers: { Authorization: "Basic cDE6" } }, 401],
    ["a reader", { token: "p2" }, 200],
    ["a role that may not read", { token: "nobody" }, 403],
    ["a service", { token: "glance" }, 403],
  ];
  for (const path of [
    "/v1/search",
    "/v1/search/export",
    "/v1/search/facets",
    "/v1/search/plugins",
    `/v1/resources/${ROCKET}/r2`,
  ])
    for (const [what, question, status] of CALLERS)
      test(`${what} at ${path} is ${status}`, async () => {
        const answer = await get(path, question);
        assert.equal(answer.status, status);
        assert.equal(answer.headers["www-authenticate"] !== undefined, status === 401);
      });
});

describe("a resource by its id", () => {
  const read = (id: string, token: string): Promise<Answer> => get(`/v1/resources/${ROCKET}/${id}`, { token });
  test("is told as the caller may see it", async () => {
    const { _source, _version, ...rest } = JSON.parse((await read("r1", "p1")).text) as Record<string, unknown>;
    assert.deepEqual(rest, { _index: "searchlight-search", _type: ROCKET, _id: "r1" });
    assert.ok(Number.isSafeInteger(_version));
    assert.equal((_source as Record<string, unknown>)["name"], "ubuntu-22.04-minimal");
    assert.equal((_source as Record<string, unknown>)["secret"], undefined);
  });
  test("may have any character in its id, a slash as it is too", async () => {
    assert.equal((await read(encodeURIComponent("p2/q ü%2F"), "p3")).status, 200);
    assert.equal((await read("p2/q%20%C3%BC%252F", "p3")).status, 200);
  });
  test("that is hidden, not there or of no type is answered the same", async () => {
    const answers = [
      await read("r1", "p3"),
      await read("none", "p3"),
      await get("/v1/resources/OS::No::Such/r1", { token: "p3" }),
      await get("/v1/resources/Test::Acme::Audit/a1", { token: "p3" }),
    ];
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([404]));
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  });
});

describe("the headers of every answer", () => {
  for (const path of ["/", "/v1/search", "/v1/nothing", "/healthz", "/docs"])
    test(path, async () => {
      const { headers } = await get(path);
      assert.match(String(headers["x-openstack-request-id"]), /^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["cache-control"], "no-store");
      assert.equal(headers["x-frame-options"], "DENY");
      assert.match(String(headers["content-security-policy"]), /default-src 'none'/);
    });
  test("a page of another origin may ask, with the headers that tokens and ids need", async () => {
    const headers = { Origin: "https://horizon.example", "Access-Control-Request-Method": "POST" };
    const preflight = await get("/v1/search", { method: "OPTIONS", headers });
    assert.equal(preflight.status, 204);
    assert.match(String(preflight.headers["access-control-allow-headers"]), /X-Auth-Token,X-OpenStack-Request-ID/);
    const { headers: answered } = await get("/v1/search", { token: "p1", headers });
    assert.equal(answered["access-control-allow-origin"], "*");
    assert.equal(
      answered["access-control-expose-headers"],
      "X-OpenStack-Request-ID,Link,RateLimit,RateLimit-Policy,Retry-After",
    );
  });
});

describe("a problem's media type follows Accept", () => {
  const ACCEPTED: [string | undefined, string][] = [
    [undefined, "application/problem+json"],
    ["*/*", "application/problem+json"],
    ["application/json", "application/json"],
    ["application/json, application/problem+json", "application/problem+json"],
  ];
  for (const [accept, type] of ACCEPTED)
    test(`${accept ?? "no Accept"} gets ${type}`, async () => {
      const { headers, text } = await get("/v1/search", accept === undefined ? {} : { headers: { Accept: accept } });
      assert.equal(headers["content-type"], type);
      const message = "A token is needed: send it as X-Auth-Token";
      assert.deepEqual(JSON.parse(text), {
        type: "urn:searchlight:error:unauthenticated",
        title: "Unauthorized",
        status: 401,
        detail: message,
        error: { code: 401, title: "Unauthorized", message },
        message,
        code: "401 Unauthorized",
      });
    });
});
