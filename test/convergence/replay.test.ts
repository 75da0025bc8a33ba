import assert from "node:assert/strict";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { createApp } from "../../src/api/app.ts";
import { staticTokens } from "../../src/api/principal.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { policyOf } from "../../src/index/policy.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { elasticsearchStore } from "../../src/index/stores/elasticsearch/store.ts";
import { embeddedStore } from "../../src/index/stores/embedded/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";
import { recordOf } from "../../src/ingest/sources/replay.ts";
import { createLog } from "../../src/log.ts";
import { elasticsearchUrl, NO_ELASTICSEARCH } from "../peers/elasticsearch.ts";
import { random } from "../traffic.ts";
import { QUESTIONS } from "./questions.ts";

/** Everything that Glance, Glare and Heat said while they were used for an afternoon, as it lay on Kafka. */
const CAPTURE = readFileSync(new URL("capture.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n");
const catalog = catalogOf(plugins);
const url = elasticsearchUrl();

/** The people of that afternoon: a member of each project, and the administrator. */
const PEOPLE = [
  { token: "member-of-demo-a", userId: "a", projectId: "6d6208eb126748ecb0b9579e72ec2d0f", roles: ["member"] },
  { token: "member-of-demo-b", userId: "b", projectId: "99f694b97dd54d15a5b0ed7dae892992", roles: ["member"] },
  { token: "administrator", userId: "c", projectId: "fac591e605344051a4f0545e27f6485e", roles: ["admin"] },
];

function shuffled(lines: readonly string[], seed: number): string[] {
  const next = random(seed);
  return lines
    .map((line) => [next(), line] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) => line);
}

const ORDERS: [string, readonly string[]][] = [
  ["in order", CAPTURE],
  ["shuffled", shuffled(CAPTURE, 1)],
  ["doubled and shuffled", shuffled([...CAPTURE, ...CAPTURE], 2)],
];

/** Replays lines into a store, in batches of a size that fits no event's neighbours together. */
async function replay(lines: readonly string[], store: IndexStore): Promise<void> {
  const route = routerOf(plugins);
  for (let i = 0; i < lines.length; i += 37) {
    const results = await handle(
      lines.slice(i, i + 37).map((line) => recordOf(line, "capture", 0)),
      route,
      store,
    );
    assert.deepEqual(
      results.filter(({ result }) => result === "rejected"),
      [],
    );
  }
  await store.refresh();
}

/** Every answer to every question of everybody, in one list; how long each took is nobody's business. */
async function answers(store: IndexStore): Promise<unknown[]> {
  const app = createApp({
    store,
    catalog,
    policy: policyOf(catalog),
    identify: staticTokens(PEOPLE),
    ready: () => store.ready(),
    log: createLog("error"),
  });
  const all: unknown[] = [];
  for (const { token, roles } of PEOPLE) {
    for (const question of QUESTIONS) {
      const body = JSON.stringify({ ...question, ...(roles.includes("admin") && { all_projects: true }) });
      const answer = await app.request("/v1/search", { method: "POST", headers: { "x-auth-token": token }, body });
      const { took, ...rest } = (await answer.json()) as { took?: number };
      assert.equal(answer.status, 200, `${body} is answered: ${JSON.stringify(rest)}`);
      assert.equal(typeof took, "number");
      all.push(rest);
    }
  }
  return all;
}

const definitions = new URL("../../plugins/all.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "searchlight-replay-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const STORES: [string, (order: number) => Promise<IndexStore>, string | false][] = [
  ["memory", async () => memoryStore(catalog), false],
  ["embedded", (order) => embeddedStore({ directory: join(folder, String(order)), definitions }), false],
  [
    "elasticsearch",
    (order) => elasticsearchStore({ catalog, node: url!, prefix: `replay-${process.pid}-${order}` }),
    url === undefined && NO_ELASTICSEARCH,
  ],
];

let expected: Promise<unknown[]> | undefined;
async function reference(): Promise<unknown[]> {
  const store = memoryStore(catalog);
  await replay(CAPTURE, store);
  return answers(store);
}

for (const [name, open, skip] of STORES) {
  for (const [i, [order, lines]] of ORDERS.entries()) {
    test(
      `a capture replayed ${order} into ${name} answers fifty questions of three people as ever`,
      { skip },
      async () => {
        const store = await open(i);
        try {
          await replay(lines, store);
          const [got, want] = [await answers(store), await (expected ??= reference())];
          assert.equal(got.length, QUESTIONS.length * PEOPLE.length);
          for (const [n, answer] of got.entries())
            assert.deepEqual(answer, want[n], JSON.stringify(QUESTIONS[n % QUESTIONS.length]));
        } finally {
          await store.close();
        }
      },
    );
  }
}

test("the fifty questions are worth asking: nearly all of them find something", async () => {
  assert.equal(QUESTIONS.length, 50);
  const found = (await (expected ??= reference())) as { hits: { total: number } }[];
  assert.ok(found.filter(({ hits }) => hits.total > 0).length > 125);
});
