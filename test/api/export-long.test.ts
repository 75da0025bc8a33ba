import assert from "node:assert/strict";
import { get as open, type IncomingMessage } from "node:http";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createApp } from "../../src/api/app.ts";
import { listen, type Server } from "../../src/api/listen.ts";
import type { ApiParts } from "../../src/api/parts.ts";
import { SearchlightError } from "../../src/errors.ts";
import type { SearchRequest } from "../../src/index/request.ts";
import { put } from "../index/worlds.ts";
import { ask, keptLog, partsOf } from "./world.ts";

const COUNT = 2500;
const numbers = Array.from({ length: COUNT }, (_, i) => `r${String(i).padStart(5, "0")}`);
const many = numbers.map((id, i) =>
  put(id, { id, name: "x".repeat(2000), owner: "p1", visibility: "private", size: i % 100 }),
);

const idsIn = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { readonly _id: string })
    .map(({ _id }) => _id);

const PAGE = 1000;

/** How what a page refers to is called is asked beside it, a few ids at a time. */
const isPage = ({ size }: SearchRequest): boolean => size >= PAGE;

/** A server over a store that counts the pages it is asked for. */
async function counting(
  search?: (count: number, real: ApiParts["store"]["search"]) => ApiParts["store"]["search"],
  limits: ApiParts["limits"] = {},
): Promise<{ server: Server; searches: () => number; log: ReturnType<typeof keptLog> }> {
  const log = keptLog();
  const parts = await partsOf(many, { log: log.log, limits: { exportPage: PAGE, ...limits } });
  let count = 0;
  const real = parts.store.search.bind(parts.store);
  const store = {
    ...parts.store,
    search: (...all: Parameters<typeof real>) => {
      if (!isPage(all[0])) return real(...all);
      count++;
      return (search?.(count, real) ?? real)(...all);
    },
  };
  const server = await listen(createApp({ ...parts, store }), { host: "127.0.0.1", port: 0 });
  return { server, searches: () => count, log };
}

const begin = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    open(`${url}/v1/search/export`, { headers: { "X-Auth-Token": "p1" }, agent: false }, resolve).on("error", reject);
  });

describe("a long export", () => {
  let lab: Awaited<ReturnType<typeof counting>>;
  before(async () => void (lab = await counting()));
  after(() => lab.server.close(100));

  test("comes whole, page by page", async () => {
    const from = lab.searches();
    const { text } = await ask(lab.server.url, "/v1/search/export", { token: "p1" });
    assert.deepEqual(idsIn(text), numbers);
    assert.equal(lab.searches() - from, 3);
  });

  test("waits for a caller who does not read, and goes on when they do", async () => {
    const from = lab.searches();
    const answer = await begin(lab.server.url);
    answer.pause();
    await sleep(300);
    const waiting = lab.searches() - from;
    assert.ok(waiting < 3, `${waiting} pages were read for nobody`);
    let bytes = 0;
    for await (const chunk of answer) bytes += (chunk as Buffer).length;
    assert.equal(lab.searches() - from, 3);
    assert.ok(bytes > COUNT * 2000);
  });

  test("counts as under way until it is sent, or nobody takes it; asking for its head alone holds nothing", async () => {
    const { server } = await counting(undefined, { concurrent: 1 });
    const status = async (method = "GET"): Promise<number> =>
      (await ask(server.url, method === "GET" ? "/v1/search?limit=1" : "/v1/search/export", { token: "p1", method }))
        .status;
    const [first, statuses] = [await begin(server.url), [] as number[]];
    first.pause();
    statuses.push(await status());
    await first.resume().toArray();
    statuses.push(await status());
    const second = await begin(server.url);
    second.pause();
    statuses.push(await status());
    second.destroy();
    await sleep(100);
    statuses.push(await status(), await status("HEAD"), await status());
    await server.close(100);
    assert.deepEqual(statuses, [429, 200, 429, 200, 200, 200]);
  });

  test("stops when the caller hangs up", async () => {
    const from = lab.searches();
    const answer = await begin(lab.server.url);
    answer.destroy();
    await sleep(300);
    assert.ok(lab.searches() - from < 3);
    assert.deepEqual(
      lab.log.lines.filter(([, says]) => says !== "request"),
      [],
    );
  });
});

describe("an export that fails", () => {
  const away = new SearchlightError("store-unavailable", "the index is away");
  /** [what, the search from its second time on]. */
  const FAILURES: [string, (real: ApiParts["store"]["search"]) => ApiParts["store"]["search"]][] = [
    ["whose index goes away", () => () => Promise.reject(away)],
    [
      "of which a part did not answer",
      (real) => async (request, scope) => ({ ...(await real(request, scope)), complete: false, reasons: ["a shard"] }),
    ],
  ];
  for (const [what, failing] of FAILURES) {
    test(`in the middle, ${what}, is broken off: what is cut does not look whole`, async () => {
      const { server, log } = await counting((count, real) => (count > 1 ? failing(real) : real));
      const answer = await begin(server.url);
      let text = "";
      await assert.rejects(
        async () => {
          for await (const chunk of answer) text += String(chunk);
        },
        { code: "ECONNRESET" },
      );
      await server.close(100);
      assert.deepEqual(idsIn(text), numbers.slice(0, 1000));
      const cut = log.lines.filter(([, says]) => says === "an export was cut off");
      const ids = cut.map(([line]) => (line as { requestId: string }).requestId);
      assert.deepEqual(ids, [answer.headers["x-openstack-request-id"]]);
    });
    test(`at once, ${what}, is a problem like any other`, async () => {
      const { server } = await counting((_, real) => failing(real));
      const { status } = await ask(server.url, "/v1/search/export", { token: "p1" });
      await server.close(100);
      assert.equal(status, 503);
    });
  }
});
