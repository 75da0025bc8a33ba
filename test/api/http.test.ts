import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createApp } from "../../src/api/app.ts";
import { listen } from "../../src/api/listen.ts";
import { SearchlightError, type ErrorCode } from "../../src/errors.ts";
import { ROCKET } from "../index/worlds.ts";
import { ask, fleet, keptLog, NOW, partsOf, served, type Answer, type Found, type Question } from "./world.ts";

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
  test("parameters in the address are refused, not ignored", async () => {
    const answer = await get("/v1/search?type=x", { token: "p1" });
    assert.equal(answer.status, 400);
    assert.match(detail(answer), /^type: a search is described in the body/);
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
  for (const path of ["/v1/search", "/v1/search/facets", "/v1/search/plugins", `/v1/resources/${ROCKET}/r2`])
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

describe("notifications", () => {
  const post = (body: unknown, token = "glance", headers = {}): Promise<Answer> =>
    get("/v1/notifications", { method: "POST", token, body, headers });
  const results = ({ text }: Answer): unknown => (JSON.parse(text) as { results: unknown }).results;
  const [stored, ignored] = [{ result: "stored" }, { result: "ignored" }];
  const rejected = { result: "rejected", reason: "it is bad" };
  /** [what, the body, status, results]. */
  const BODIES: [string, unknown, number, unknown][] = [
    ["one object", { a: 1 }, 200, [stored]],
    ["a list", [{ a: 1 }, { a: "dull" }], 200, [stored, ignored]],
    ["an empty list", [], 200, []],
    ["lines", '{"a":1}\n{"a":"dull"}\n\n{"a":3}\n', 200, [stored, ignored, stored]],
    ["lines of which one is no JSON", '{"a":1}\nbad\n', 400, [stored, rejected]],
    ["lines ended the other way", '{"a":1}\r\n{"a":2}\r\n', 200, [stored, stored]],
  ];
  for (const [what, body, status, found] of BODIES)
    test(`${what}: ${status}, with a result for each`, async () => {
      const answer = await post(body);
      assert.equal(answer.status, status, answer.text);
      assert.deepEqual(results(answer), found);
    });
  test("an administrator may post", async () => assert.equal((await post({}, "admin")).status, 200));
  test("a member may not", async () => assert.equal((await post({}, "p1")).status, 403));
  test("nobody may not, and is not listened to", async () =>
    assert.equal((await get("/v1/notifications", { method: "POST", body: "x".repeat(20 * 2 ** 20) })).status, 401));
  test("an empty body is refused", async () => assert.equal((await post("")).status, 400));
  test("more than 16 MiB are refused", async () => assert.equal((await post("x".repeat(17 * 2 ** 20))).status, 413));
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
    assert.equal(answered["access-control-expose-headers"], "X-OpenStack-Request-ID");
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

describe("what goes wrong behind it", () => {
  /** [what is thrown, status, whether its words are told]. */
  const FAILURES: [Error, number, boolean][] = [
    ...(
      [
        ["store-unavailable", 503],
        ["identity-unavailable", 503],
        ["store-locked", 503],
        ["service-failed", 502],
        ["timed-out", 504],
        ["bad-configuration", 500],
        ["internal", 500],
      ] as [ErrorCode, number][]
    ).map(([code, status]): [Error, number, boolean] => [new SearchlightError(code, "node-7 hush"), status, false]),
    [new TypeError("hush"), 500, false],
    [new SearchlightError("bad-request", "say it otherwise"), 400, true],
  ];
  for (const [error, status, told] of FAILURES)
    test(`${error.name} ${(error as { code?: string }).code ?? ""} is ${status}, and ${told ? "" : "not "}told`, async () => {
      const { log, lines } = keptLog();
      const app = createApp(await partsOf(fleet, { log, identify: () => Promise.reject(error) }));
      const answer = await app.request("/v1/search", { headers: { "X-Auth-Token": "p1" } });
      const text = await answer.text();
      assert.equal(answer.status, status);
      assert.equal(text.includes(error.message), told);
      assert.equal(answer.headers.get("retry-after"), status === 503 ? "2" : null);
      const logged = lines.some(
        ([fields]) => (fields as { requestId?: string }).requestId === answer.headers.get("x-openstack-request-id"),
      );
      assert.ok(logged, "the request id leads to the log");
    });

  test("a store that is not ready says so at /readyz, without details, while the process is healthy", async () => {
    const ready = (): Promise<void> => Promise.reject(new SearchlightError("store-unavailable", "node-7 hush"));
    const app = createApp(await partsOf(fleet, { ready }));
    const answer = await app.request("/readyz");
    assert.equal(answer.status, 503);
    assert.doesNotMatch(await answer.text(), /hush/);
    assert.equal((await app.request("/healthz")).status, 200);
  });

  test("a search that takes too long is ended", async () => {
    const search = (_request: unknown, _scope: unknown, signal?: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error)));
    const parts = await partsOf(fleet, { limits: { searchMilliseconds: 20 } });
    const app = createApp({ ...parts, store: { ...parts.store, search } });
    assert.equal((await app.request("/v1/search", { headers: { "X-Auth-Token": "p1" } })).status, 504);
  });

  test("a process without ingest takes no notifications and says so", async () => {
    const { accept: _, ...parts } = await partsOf(fleet);
    const headers = { "X-Auth-Token": "admin" };
    const answer = await createApp(parts).request("/v1/notifications", { method: "POST", headers, body: "{}" });
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /takes no notifications/);
  });
});

describe("the log", () => {
  test("has a line for each request, and never the token or the query", async () => {
    const { log, lines } = keptLog();
    const app = createApp(await partsOf(fleet, { log, now: () => NOW }));
    await app.request("/v1/search/facets?type=x", { headers: { "X-Auth-Token": "p1" } });
    const [[fields]] = lines as [[Record<string, unknown>]];
    const { requestId, milliseconds, ...rest } = fields;
    assert.match(String(requestId), /^req-/);
    assert.equal(typeof milliseconds, "number");
    assert.deepEqual(rest, { method: "GET", path: "/v1/search/facets", status: 400, userId: "u-p1", projectId: "p1" });
  });
});

describe("the server", () => {
  test("finishes what is under way before it closes, and takes no more", async () => {
    const parts = await partsOf(fleet);
    const slow = {
      ...parts.store,
      search: async (...all: Parameters<typeof parts.store.search>) => (await sleep(150), parts.store.search(...all)),
    };
    const server = await listen(createApp({ ...parts, store: slow }), { host: "127.0.0.1", port: 0 });
    const under = ask(server.url, "/v1/search", { token: "p1" });
    await sleep(50);
    await server.close();
    assert.equal((await under).status, 200);
    await assert.rejects(ask(server.url, "/healthz", {}), { code: "ECONNREFUSED" });
  });

  test("says in words that a port is taken", async () => {
    const app = createApp(await partsOf(fleet));
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    const port = Number(new URL(server.url).port);
    await assert.rejects(listen(app, { host: "127.0.0.1", port }), {
      code: "bad-configuration",
      message: /EADDRINUSE.*free it/,
    });
    await server.close();
  });

  test("a caller that leaves in the middle is no defect", async () => {
    const { log, lines } = keptLog();
    const server = await listen(createApp(await partsOf(fleet, { log })), { host: "127.0.0.1", port: 0 });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("POST /v1/search HTTP/1.1\r\nHost: x\r\nX-Auth-Token: p1\r\nContent-Length: 100\r\n\r\n{");
    await sleep(50);
    socket.destroy();
    await sleep(50);
    await server.close();
    assert.deepEqual(
      lines.map(([, message]) => message),
      ["request"],
    );
  });
});
