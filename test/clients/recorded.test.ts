import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { served, type Found } from "../api/world.ts";

/**
 * A request as a client sends it (`as`: what its user did), and what is right about the answer: the ids found in their order;
 * the fields of documents; whether hits have versions; highlights by id; how many plugins; types of facets, and how many
 * values of one at most.
 */
type Recorded = {
  readonly as: string;
  readonly by?: string;
  readonly method: "GET" | "POST";
  readonly path?: string;
  readonly body?: object;
  readonly found?: readonly string[];
  readonly source?: readonly string[];
  readonly versions?: true;
  readonly highlights?: Readonly<Record<string, Readonly<Record<string, string[]>>>>;
  readonly rows?: number;
  readonly types?: readonly string[];
  readonly most?: number;
};

type Facets = Record<
  string,
  { facets: { name: string; type: string; options?: { key: unknown; doc_count: number }[] }[] }
>;

const clients = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8")) as Record<
  string,
  Recorded[]
>;
const get = served();

/** What each client sends along: the panel names no media type. */
const HEADERS: Readonly<Record<string, Record<string, string>>> = {
  "command line": {
    Accept: "application/json",
    "Content-Type": "application/json",
    "User-Agent": "python-searchlightclient",
  },
  "Horizon panel": {},
};

function checkHits({ hits }: Found, { found, source, versions, highlights = {} }: Recorded): void {
  assert.deepEqual(
    hits.hits.map(({ _id }) => _id),
    found,
  );
  assert.equal(typeof hits.total, "number");
  for (const { _id, _type, _score, _source, _version, highlight } of hits.hits) {
    assert.equal(typeof _type, "string");
    assert.equal(typeof _score, "number");
    assert.equal(_source?.["id"], _id, "the command line shows the document's own id");
    if (source) assert.ok(Object.keys(_source ?? {}).every((name) => source.includes(name)));
    if (versions) assert.ok(Number.isSafeInteger(_version));
    if (highlights[_id]) assert.deepEqual(highlight, highlights[_id]);
  }
}

function checkFacets(answer: Facets, { types, most = Infinity }: Recorded): void {
  assert.deepEqual(Object.keys(answer), types);
  for (const { facets } of Object.values(answer)) {
    assert.ok(facets.length > 0);
    for (const { name, type, options = [] } of facets) {
      assert.equal(typeof name, "string");
      assert.equal(typeof type, "string");
      assert.ok(options.length <= most && options.every(({ doc_count }) => doc_count > 0));
    }
  }
}

for (const [client, requests] of Object.entries(clients))
  describe(`what the ${client} sends is answered right`, () => {
    for (const request of requests)
      test(request.as, async () => {
        const { by = "p1", method, path = "/v1/search", body } = request;
        const { status, text } = await get(path, { method, token: by, body, headers: HEADERS[client]! });
        assert.equal(status, 200, text);
        const answer: unknown = JSON.parse(text);
        if (request.found) checkHits(answer as Found, request);
        else if (request.types) checkFacets(answer as Facets, request);
        else assert.equal((answer as { plugins: unknown[] }).plugins.length, request.rows);
      });
  });

test("the panel, which asks the same every ten seconds, is told the same versions again", async () => {
  const [{ body }] = clients["Horizon panel"] as [Recorded];
  const asked = async (): Promise<Found> =>
    JSON.parse((await get("/v1/search", { method: "POST", token: "p1", body })).text) as Found;
  assert.deepEqual((await asked()).hits, (await asked()).hits);
});
