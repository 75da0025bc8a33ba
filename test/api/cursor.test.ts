import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cursorsOf } from "../../src/api/cursor.ts";
import { put, ROCKET } from "../index/worlds.ts";
import { served, type Answer, type Found, type Question } from "./world.ts";

type Page = Found & { readonly cursor?: string };

const COUNT = 57;
const many = Array.from({ length: COUNT }, (_, i) =>
  put(`r${i}`, { id: `r${i}`, name: `rocket ${i % 5}`, owner: i % 2 ? "p1" : "p2", visibility: "public", size: i % 7 }),
);
const get = served(many, { limits: { window: 30 } });

const pageOf = ({ status, text }: Answer): Page => {
  assert.equal(status, 200, text);
  return JSON.parse(text) as Page;
};
const search = async (body: object, token = "p1"): Promise<Answer> =>
  get("/v1/search", { method: "POST", token, body });
const found = async (body: object): Promise<Page> => pageOf(await search(body));
const ids = ({ hits }: Page): string[] => hits.hits.map(({ _id }) => _id);
const detail = ({ text }: Answer): string => (JSON.parse(text) as { detail: string }).detail;

const BODY = { query: { match: { name: "rocket" } }, sort: [{ size: "desc" }, "name"], type: ROCKET };

describe("pages by cursor", () => {
  test("reach past the window, to the end, and every resource comes once", async () => {
    const all: string[] = [];
    let page = await found({ ...BODY, size: 10, cursor: true });
    for (;;) {
      all.push(...ids(page));
      assert.equal(page.hits.total, COUNT);
      if (page.cursor === undefined) break;
      page = await found({ ...BODY, size: 10 + (all.length % 7), cursor: page.cursor });
    }
    assert.equal(all.length, COUNT);
    assert.equal(new Set(all).size, COUNT);
    assert.deepEqual(all.slice(0, 30), ids(await found({ ...BODY, size: 30 })));
  });
  test("are told only to those who ask", async () => {
    assert.equal((await found({ ...BODY, size: 10 })).cursor, undefined);
    assert.equal((await found({ ...BODY, size: 10, cursor: false })).cursor, undefined);
  });
  test("may begin anywhere in the window", async () => {
    const { cursor } = await found({ ...BODY, from: 20, size: 5, cursor: true });
    assert.deepEqual(ids(await found({ ...BODY, size: 5, cursor })), ids(await found({ ...BODY, from: 25, size: 5 })));
  });
  test("keep the moment that 'now' was", async () => {
    const { cursor } = await found({ query: { range: { size: { gte: 0 } } }, size: 5, cursor: true });
    const [payload = ""] = cursor!.split(".");
    const [, now] = JSON.parse(Buffer.from(payload, "base64url").toString()) as [string, number];
    assert.equal(now, Date.parse("2026-11-22T18:00:00Z"));
  });
  test("have no offset, and at least one hit", async () => {
    const { cursor } = await found({ ...BODY, size: 5, cursor: true });
    assert.match(detail(await search({ ...BODY, from: 1, cursor })), /^from: a cursor says where to begin/);
    assert.match(detail(await search({ ...BODY, size: 0, cursor })), /^size: .*one hit or more/);
  });
});

describe("a cursor is good for what it was given for", () => {
  const first = async (): Promise<string> => (await found({ ...BODY, size: 5, cursor: true })).cursor!;

  /** [what, how the body differs, by whom]. */
  const OTHERS: [string, object, string][] = [
    ["another query", { query: { match: { name: "rocket 1" } } }, "p1"],
    ["another sort", { sort: ["name"] }, "p1"],
    ["another type", { type: "Test::Acme::Probe" }, "p1"],
    ["all types", { type: null }, "p1"],
    ["another project", {}, "p2"],
    ["an administrator", {}, "admin"],
    ["every project", { all_projects: true }, "admin"],
  ];
  for (const [what, other, who] of OTHERS)
    test(`not for ${what}`, async () => {
      const answer = await search({ ...BODY, ...other, cursor: await first() }, who);
      assert.equal(answer.status, 400);
      assert.match(detail(answer), /^cursor: belongs to another search/);
    });

  test("what it does not bind may change: the size, the fields wanted, the counts", async () => {
    const aggs = { a: { terms: { field: "size" } } };
    const { hits } = await found({ ...BODY, size: 3, _source: ["name"], aggs, cursor: await first() });
    assert.equal(hits.hits.length, 3);
  });

  test("altered anywhere, it is refused", async () => {
    const cursor = await first();
    const other = cursorsOf(Buffer.alloc(32, "other")).seal({
      search: "x",
      now: 0,
      place: { entry: { ref: { type: ROCKET, id: "r1" }, changed: 0 }, score: 1, sort: [] },
    });
    const flipped = Array.from(
      cursor,
      (char, i) => cursor.slice(0, i) + (char === "A" ? "B" : "A") + cursor.slice(i + 1),
    );
    const altered = [...flipped, other, "", ".", "x", `${cursor}.`, `${cursor}=`, `.${cursor}`, cursor.split(".")[0]!];
    for (const text of altered) {
      const answer = await search({ ...BODY, cursor: text });
      assert.equal(answer.status, 400);
      assert.match(detail(answer), /^cursor: is none that this service gave out/);
    }
  });

  test("anything else in its place is refused in words", async () => {
    for (const cursor of [1, {}, ["x"]])
      assert.match(detail(await search({ ...BODY, cursor })), /^cursor: must be true, or a cursor that was given/);
  });

  test("it holds what the caller was shown, and no more", async () => {
    const body = { ...BODY, size: 1, cursor: true };
    const { cursor, hits } = await found(body);
    const [{ _id, _score, sort } = assert.fail("a hit")] = hits.hits;
    const parts = JSON.parse(Buffer.from(cursor!.split(".")[0]!, "base64url").toString()) as unknown[];
    assert.deepEqual(parts.slice(2), [_score, 0, ROCKET, _id, sort]);
  });
});

describe("links (RFC 8288)", () => {
  const next = ({ headers }: Answer): string | undefined =>
    /^<([^>]+)>; rel="next"$/.exec(String(headers["link"] ?? ""))?.[1];

  test("a GET is followed to the end by its links alone", async () => {
    const all: string[] = [];
    let address: string | undefined = "?q=name:rocket&sort=size:desc&limit=20";
    while (address !== undefined) {
      const answer = await get(`/v1/search${address}`, { token: "p1" });
      all.push(...ids(pageOf(answer)));
      address = next(answer);
    }
    assert.deepEqual([all.length, new Set(all).size], [COUNT, COUNT]);
  });

  /** [what, the address, the question, whether it links]. */
  const LINKS: [string, string, Question, boolean][] = [
    ["a GET without anything", "/v1/search", {}, true],
    ["a GET that skips some", "/v1/search?offset=3", {}, true],
    ["a last page", "/v1/search?offset=1&limit=29&q=name:nothing", {}, false],
    ["a GET with a body", "/v1/search", { body: BODY }, false],
    ["a POST", "/v1/search", { method: "POST", body: BODY }, false],
    ["an address longer than some take", `/v1/search?q=rocket${"%20".repeat(8000)}`, {}, false],
  ];
  for (const [what, path, question, links] of LINKS)
    test(`${what} has ${links ? "one" : "none"}`, async () => {
      const answer = await get(path, { token: "p1", ...question });
      assert.equal(answer.status, 200, answer.text.slice(0, 300));
      assert.equal(next(answer) !== undefined, links);
    });
});
