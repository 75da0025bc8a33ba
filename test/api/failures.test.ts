import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import { SearchlightError, type ErrorCode } from "../../src/errors.ts";
import { fleet, keptLog, NOW, partsOf } from "./world.ts";

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
