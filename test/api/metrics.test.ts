import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SearchlightError } from "../../src/errors.ts";
import { createApp } from "../../src/api/app.ts";
import { listen, type Server } from "../../src/api/listen.ts";
import { createMetricsApp } from "../../src/api/metrics-app.ts";
import { createRegistry, expose } from "../../src/metrics/registry.ts";
import { requestMeter } from "../../src/metrics/requests.ts";
import { ask, fleet, partsOf, served } from "./world.ts";

const registry = createRegistry();
const exposed = (): ReturnType<typeof expose> => expose(registry);
const get = served(fleet, { expose: exposed, answered: requestMeter(registry) });

describe("metrics of the API", () => {
  const CALLERS: [string | undefined, number][] = [
    [undefined, 401],
    ["p1", 403],
    ["glance", 403],
    ["admin", 200],
  ];
  for (const [token, status] of CALLERS)
    test(`${token ?? "somebody without a token"} is answered with ${status}`, async () => {
      assert.equal((await get("/metrics", token === undefined ? {} : { token })).status, status);
    });

  test("time requests by what they asked for, in labels that no caller can add to", async () => {
    await get("/v1/resources/Test::Acme::Rocket/r1", { token: "p1" });
    await get("/v1/resources/Test::Acme::Rocket/r9", { token: "p1" });
    await get("/v1/search", { method: "BREW" });
    await get("/v1/made-up", { token: "p1" });
    const { headers, text } = await get("/metrics", { token: "admin" });
    assert.match(String(headers["content-type"]), /^text\/plain; version=0\.0\.4/);
    const counted = (labels: string): string | undefined =>
      new RegExp(`^searchlight_http_request_duration_seconds_count\\{${labels}\\} (\\d+)$`, "m").exec(text)?.[1];
    assert.equal(counted('method="GET",route="/v1/resources/{type}/{id}",status="200"'), "1");
    assert.equal(counted('method="GET",route="/v1/resources/{type}/{id}",status="404"'), "1");
    assert.equal(counted('method="GET",route="other",status="404"'), "1");
    assert.doesNotMatch(text, /BREW|made-up|r9/);
  });

  test("tell of the process itself", async () => {
    const { text } = await exposed();
    for (const name of ["process_cpu_seconds_total", "process_resident_memory_bytes", "nodejs_eventloop_lag_seconds"])
      assert.match(text, new RegExp(`^${name} `, "m"));
  });
});

describe("the metrics' own port", () => {
  let server: Server;
  let trouble: string | undefined;
  before(async () => {
    const ready = async (): Promise<void> => {
      if (trouble !== undefined) throw new SearchlightError("store-unavailable", trouble);
    };
    server = await listen(createMetricsApp({ expose: exposed, ready }), { host: "127.0.0.1", port: 0 });
  });
  after(() => server.close(100));

  test("needs no token for metrics, and answers nothing else", async () => {
    const { status, text } = await ask(server.url, "/metrics", {});
    assert.equal(status, 200);
    assert.match(text, /process_cpu_seconds_total/);
    for (const path of ["/", "/v1/search", "/docs"])
      assert.equal((await ask(server.url, path, { token: "admin" })).status, 404);
  });

  test("says whether the process gets on, and if not, why: nobody reaches it but those who run it", async () => {
    assert.equal((await ask(server.url, "/healthz", {})).status, 200);
    assert.equal((await ask(server.url, "/readyz", {})).status, 200);
    trouble = "the ingest stands still: the disk is full";
    const { status, text } = await ask(server.url, "/readyz", {});
    assert.deepEqual([status, JSON.parse(text)], [503, { status: "not ready", reason: trouble }]);
  });
});

test("a process that keeps no metrics says so to administrators alone", async () => {
  const app = createApp(await partsOf(fleet));
  const status = async (token: string): Promise<number> =>
    (await app.request("/metrics", { headers: { "X-Auth-Token": token } })).status;
  assert.deepEqual([await status("p1"), await status("admin")], [403, 404]);
});
