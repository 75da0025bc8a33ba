import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { syncAll, type SyncReport } from "../../src/cloud/sync.ts";
import { syncJournal } from "../../src/commands/sync-journal.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { definePlugin, keyword, put } from "../../src/plugin.ts";
import { standIn } from "./stand-in.ts";

const cloud = await standIn();
const folder = mkdtempSync(join(tmpdir(), "searchlight-resume-"));
after(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const PAGES = 10;
const PER_PAGE = 3;

type Page = { things: { id: string }[]; next?: string };

const thing = definePlugin({
  type: "Thing",
  events: [],
  schema: { id: keyword() },
  access: {},
  apply: () => [],
  list: {
    service: "image",
    perProject: false,
    requests: () => [
      {
        path: "/things",
        items: (answer) => (answer as Page).things,
        next: (answer) => (answer as Page).next,
      },
    ],
    map: (item, { observed }) => [put((item as { id: string }).id, item as { id: string }, { source: 0, observed })],
  },
});

/** The page from which on the service does not answer. */
let broken = PAGES;
let markerGone = false;
cloud.answering = (_, url) => {
  if (!url.pathname.startsWith("/image")) return undefined;
  const page = Number(url.searchParams.get("page") ?? 0);
  if (markerGone && page > 0) {
    markerGone = false;
    return { status: 400 };
  }
  const things = Array.from({ length: PER_PAGE }, (_, i) => ({ id: `${page}-${i}` }));
  return { body: { things, ...(page + 1 < PAGES ? { next: `?page=${page + 1}` } : {}) } };
};

let store: IndexStore;
beforeEach(() => {
  rmSync(folder, { recursive: true });
  store = memoryStore(catalogOf([thing]));
  cloud.asked.length = 0;
  broken = PAGES;
});

/** A sync that ends when it is to write what is on the broken page. */
const sync = (options: { restart?: boolean } = {}): Promise<SyncReport> =>
  syncAll({
    store,
    apply: async (operations) => {
      if (operations.some(({ ref }) => ref.id.startsWith(`${broken}-`))) throw new Error("killed");
      return store.apply(operations);
    },
    plugins: [thing],
    cloud: cloud.account,
    journal: syncJournal(folder, options),
  });

const pagesAsked = (): number => cloud.asked.filter((line) => line.startsWith("GET /image")).length;
async function held(): Promise<number> {
  let count = 0;
  for await (const _ of store.scan("Thing", indexerScope())) count++;
  return count;
}

async function interrupted(at: number): Promise<void> {
  broken = at;
  await assert.rejects(sync(), /killed/);
  broken = PAGES;
  cloud.asked.length = 0;
}

describe("a sync that was interrupted", () => {
  test("goes on with the page that it was at, and removes nothing that it saw before", async () => {
    await interrupted(6);
    assert.equal(await held(), 6 * PER_PAGE);
    const [report] = (await sync()).types;
    assert.equal(pagesAsked(), 4);
    assert.deepEqual([report!.resumed, report!.listed, report!.written], [18, 30, 12]);
    assert.deepEqual(report!.problems, []);
    assert.equal(await held(), 30);
    assert.deepEqual(readdirSync(folder), [], "there is nothing left to go on with");
  });

  test("again goes on again", async () => {
    await interrupted(3);
    await interrupted(7);
    await sync();
    assert.equal(pagesAsked(), 3);
    assert.equal(await held(), 30);
  });

  test("begins anew when asked to", async () => {
    await interrupted(6);
    await sync({ restart: true });
    assert.equal(pagesAsked(), PAGES);
    assert.equal(await held(), 30);
  });

  test("an hour ago begins anew", async () => {
    await interrupted(6);
    const long = Date.now() / 1000 - 3601;
    for (const file of readdirSync(folder)) utimesSync(join(folder, file), long, long);
    await sync();
    assert.equal(pagesAsked(), PAGES);
  });

  test("while it noted a page reads that page again", async () => {
    await interrupted(6);
    appendFileSync(join(folder, readdirSync(folder)[0]!), '{"pass":"","ids":["6-');
    await sync();
    assert.equal(pagesAsked(), 4);
    assert.equal(await held(), 30);
  });

  test("beside another goes on with its own pages", async () => {
    const journal = syncJournal(folder);
    journal.before("Thing");
    const mark = { pass: "", observed: 1, problems: [], next: { path: "/things", query: "?page=9" } };
    await interrupted(6);
    journal.note("Thing", { ...mark, ids: ["0-0"] });
    const [report] = (await sync()).types;
    assert.deepEqual([pagesAsked(), report!.resumed], [4, 18]);
    assert.equal(await held(), 30);
  });

  test("after another had taken its beginning away begins anew, and removes nothing that it saw there", async () => {
    const journal = syncJournal(folder);
    journal.before("Thing");
    const mark = { pass: "", observed: 1, problems: [], next: { path: "/things", query: "?page=9" } };
    journal.note("Thing", { ...mark, ids: ["0-0"] });
    await sync({ restart: true });
    journal.note("Thing", { ...mark, ids: ["8-0", "8-1", "8-2"] });
    cloud.asked.length = 0;
    const [report] = (await sync()).types;
    assert.deepEqual([pagesAsked(), report!.resumed, report!.written], [PAGES, 0, 0]);
    assert.equal(await held(), 30);
  });

  test("at a place that is no more begins the listing anew", async () => {
    await interrupted(6);
    markerGone = true;
    const [report] = (await sync()).types;
    assert.equal(pagesAsked(), PAGES + 1);
    assert.deepEqual(report!.problems, []);
    assert.equal(await held(), 30);
  });
});
