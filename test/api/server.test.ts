import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createApp } from "../../src/api/app.ts";
import { listen } from "../../src/api/listen.ts";
import { ask, fleet, keptLog, partsOf } from "./world.ts";

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

  test("a caller that hangs up stops its search in the store", async () => {
    const parts = await partsOf(fleet);
    const [asked, stopped] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const search = (_request: unknown, _scope: unknown, signal?: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        asked.resolve();
        signal?.addEventListener("abort", () => {
          stopped.resolve();
          reject(signal.reason as Error);
        });
      });
    const app = createApp({ ...parts, store: { ...parts.store, search } });
    const server = await listen(app, { host: "127.0.0.1", port: 0 });
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("GET /v1/search HTTP/1.1\r\nHost: x\r\nX-Auth-Token: p1\r\n\r\n");
    await asked.promise;
    socket.destroy();
    await stopped.promise;
    await server.close();
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
