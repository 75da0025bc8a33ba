import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createApp, type App } from "../../../src/api/app.ts";
import type { Operation } from "../../../src/index/operation.ts";
import { put, ROCKET } from "../../index/worlds.ts";
import { AUDIT, partsOf } from "../world.ts";
import { ENGINES } from "./slots.ts";
import { crowdOf } from "./twin-worlds.ts";

/** What p1 owns, what p2 owns, and what only administrators may see of either. */
const world: readonly Operation[] = [
  put("mine", {
    id: "mine",
    name: "ubuntu mine",
    status: "active",
    owner: "p1",
    visibility: "private",
    size: 1,
    tags: ["own"],
    properties: { "hw.cpu": "4" },
    secret: "hush",
  }),
  put("theirs", {
    id: "theirs",
    name: "ubuntu theirs",
    status: "strange",
    owner: "p2",
    visibility: "private",
    size: 77,
    tags: ["foreign"],
    properties: { theirkey: "theirvalue" },
    secret: "rush",
  }),
  put("audit", { id: "audit", name: "audited", status: "odd" }, 10, "self", AUDIT),
];

/** What of that world nobody but its owner, or an administrator, may be told in any way. */
const FOREIGN = /theirs|strange|foreign|theirkey|theirvalue|77|hush|rush|audited|odd/;

type Answer = { readonly status: number; readonly text: string; readonly body: Record<string, unknown> };
/** Asks as a member of p1, unless told otherwise. */
async function ask(app: App, path: string, body?: unknown, token = "p1"): Promise<Answer> {
  const headers: Record<string, string> = token === "" ? {} : { "X-Auth-Token": token };
  const init = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
  const answer = await app.request(path, init);
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Answer["body"] };
}

const SEARCH = "/v1/search";
const query = (clause: object) => ({ query: clause });
const counting = (aggregation: object) => ({ size: 0, aggs: { a: aggregation } });

/** What Searchlight left open, and is refused here: [the leak, the address, the body, what the refusal names]. */
const REFUSED: [string, string, unknown, RegExp][] = [
  ["unknown body keys are silently dropped", SEARCH, { querry: { match_all: {} } }, /querry/],
  ["a known key that does nothing is silently dropped", SEARCH, { min_score: 3 }, /min_score/],
  ["from + size over 10,000 is a 500", SEARCH, { from: 9_999, size: 100 }, /cursor/],
  ["a bad limit_terms is a 500", "/v1/search/facets?limit_terms=many", undefined, /limit_terms/],
  ["an unknown facet type is a 500", "/v1/search/facets?type=OS::No::Such", undefined, /OS::No::Such/],
  ["a body that is a list is a 500", SEARCH, [{ query: {} }], /object/],
  [
    "min_doc_count 0 shows other tenants' values",
    SEARCH,
    counting({ terms: { field: "status", min_doc_count: 0 } }),
    /min_doc_count/,
  ],
  [
    "min_doc_count 0 shows administrators' values",
    SEARCH,
    counting({ terms: { field: "secret", min_doc_count: 0 } }),
    /min_doc_count|secret/,
  ],
  [
    "a terms lookup reads a foreign document",
    SEARCH,
    query({ terms: { status: { index: "searchlight-search", id: "theirs", path: "status" } } }),
    /terms/,
  ],
  [
    "more_like_this compares with a foreign document",
    SEARCH,
    query({ more_like_this: { fields: ["name"], like: [{ _id: "theirs" }] } }),
    /more_like_this/,
  ],
  [
    "has_parent asks about foreign documents",
    SEARCH,
    query({ has_parent: { parent_type: ROCKET, query: { match_all: {} } } }),
    /has_parent/,
  ],
  [
    "has_child asks about foreign documents",
    SEARCH,
    query({ has_child: { type: ROCKET, query: { match_all: {} } } }),
    /has_child/,
  ],
  ["percolate asks with foreign queries", SEARCH, query({ percolate: { field: "query", document: {} } }), /percolate/],
  ["a script reads what it likes", SEARCH, query({ script: { script: "doc['secret'].value == 'hush'" } }), /script/],
  ["script_fields compute what they like", SEARCH, { script_fields: { s: { script: "1" } } }, /script_fields/],
  [
    "runtime_mappings make fields of what they like",
    SEARCH,
    { runtime_mappings: { s: { type: "keyword" } } },
    /runtime_mappings/,
  ],
  [
    "function_score computes with global statistics",
    SEARCH,
    query({ function_score: { query: { match_all: {} } } }),
    /function_score/,
  ],
  ["a global aggregation counts everybody's documents", SEARCH, counting({ global: {} }), /global/],
  [
    "significant_terms compare with everybody's documents",
    SEARCH,
    counting({ significant_terms: { field: "tags" } }),
    /significant_terms/,
  ],
  ["explain tells statistics of everybody's documents", SEARCH, { explain: true }, /explain/],
  ["profile tells how much others have", SEARCH, { profile: true }, /profile/],
  [
    "a suggester passed through completes from everybody's words",
    SEARCH,
    { suggest: { s: { text: "thei" } } },
    /suggest/,
  ],
  ["rescore ranks by global statistics", SEARCH, { rescore: { window_size: 10 } }, /rescore/],
  ["an index's name reaches other indices", SEARCH, { index: "_all" }, /_all/],
  [
    "an index's name in a query reaches other indices",
    SEARCH,
    query({ indices: { index: "x", query: {} } }),
    /indices/,
  ],
  ["fields.raw names beside the plain ones", SEARCH, { sort: "name.raw" }, /name\.raw/],
];

/** What is asked in allowed words about what one may not see: [the attack, the body]. Nothing foreign may be answered. */
const ASKED: [string, object][] = [
  ["its id", query({ ids: { values: ["theirs"] } })],
  ["its id as a term", query({ term: { _id: "theirs" } })],
  ["its owner", query({ term: { owner: "p2" } })],
  ["its words", query({ query_string: { query: "theirs OR strange OR foreign OR theirvalue" } })],
  ["the name of its property", query({ exists: { field: "properties.theirkey" } })],
  ["a word near its own", query({ fuzzy: { name: "theirz" } })],
  ["how its words begin", query({ prefix: { tags: "f" } })],
  ["administrators' words", query({ query_string: { query: "hush OR rush" } })],
  ["administrators' words where they stand", query({ query_string: { query: "secret:hush", lenient: true } })],
  ["everything but one's own", query({ bool: { must_not: [{ term: { owner: "p1" } }] } })],
  ["everything, with all_projects", { all_projects: true, size: 100 }],
  ["the copies that Searchlight kept for administrators", query({ ids: { values: ["mine_ADMIN", "mine_USER"] } })],
];

/** Counts in allowed words: [the attack, the aggregation]. */
const COUNTED: [string, object][] = [
  ["values of a field", { terms: { field: "status", size: 100 } }],
  ["values that are named", { terms: { field: "tags", include: ["foreign"] } }],
  ["names of properties", { terms: { field: "properties", size: 100 } }],
  ["the greatest value", { max: { field: "size" } }],
  ["a histogram's last bucket", { histogram: { field: "size", interval: 7 } }],
  ["a filter on a foreign owner", { filter: { term: { owner: "p2" } }, aggs: { b: { terms: { field: "status" } } } }],
  ["types that only administrators have", { terms: { field: "_type" } }],
];

/** What Elasticsearch expands up to a limit, or scores by what everybody has. */
const CROWDED: [string, object][] = [
  ["a prefix", { prefix: { name: "ub" } }],
  ["a wildcard", { wildcard: { name: "u*n*" } }],
  ["words that are near", { fuzzy: { name: "ubunta" } }],
  ["a phrase that goes on", { match_phrase_prefix: { name: "ubuntu mi" } }],
  ["a regular expression", { regexp: { name: "ubun[a-z]+" } }],
  ["a rank", { match: { name: "ubuntu" } }],
];

const hitsOf = ({ body }: Answer): { total: number; hits: { _id: string }[] } =>
  body["hits"] as { total: number; hits: { _id: string }[] };

for (const engine of ENGINES)
  describe(`leaks of Searchlight that are none here, in ${engine.name}`, { skip: engine.absent }, () => {
    const slot = engine.slot();
    let app: App;
    before(async () => {
      app = createApp({ ...(await partsOf([])), store: await slot.hold(world) });
    });
    after(() => slot.close());

    for (const [leak, path, body, names] of REFUSED)
      test(`"${leak}": refused in words`, async () => {
        const { status, body: problem } = await ask(app, path, body);
        assert.equal(status, 400);
        assert.match(String(problem["detail"]), names);
      });

    for (const [attack, body] of ASKED)
      test(`"queries answer yes or no about foreign documents", by ${attack}: nothing is answered`, async () => {
        const answer = await ask(app, SEARCH, { ...body, highlight: { fields: { "*": {} } } });
        assert.equal(answer.status, 200);
        assert.deepEqual(
          hitsOf(answer).hits.filter(({ _id }) => _id !== "mine"),
          [],
        );
        assert.ok(hitsOf(answer).total <= 1);
        assert.doesNotMatch(answer.text.replaceAll(/"[\w-]*took":\d+/g, ""), FOREIGN);
      });

    for (const [attack, aggregation] of COUNTED)
      test(`"aggregations show other tenants' values", by ${attack}: one's own are counted`, async () => {
        const answer = await ask(app, SEARCH, counting(aggregation));
        assert.equal(answer.status, 200);
        assert.doesNotMatch(answer.text.replaceAll(/"[\w-]*took":\d+/g, ""), FOREIGN);
      });

    test("\"facets show other tenants' and administrators' values\": one's own are told", async () => {
      const { status, text } = await ask(app, "/v1/search/facets?limit_terms=100");
      assert.equal(status, 200);
      assert.doesNotMatch(text, FOREIGN);
    });

    test('"two copies of a document": one, which holds for each what they may see', async () => {
      const source = async (token: string, type = ROCKET, id = "mine") =>
        (await ask(app, `/v1/resources/${type}/${id}`, undefined, token)).body["_source"] as Record<string, unknown>;
      assert.equal("secret" in (await source("p1")), false);
      assert.equal((await source("admin"))["secret"], "hush");
      const everything = await ask(app, SEARCH, { all_projects: true, size: 100 }, "admin");
      assert.deepEqual(
        hitsOf(everything)
          .hits.map(({ _id }) => _id)
          .toSorted(),
        ["audit", "mine", "theirs"],
      );
    });

    test('"an id that is hidden is told from one that is not there": answered the same', async () => {
      const missing = await ask(app, `/v1/resources/${ROCKET}/nothing`);
      assert.equal(missing.status, 404);
      for (const address of [`${ROCKET}/theirs`, `${AUDIT}/audit`, "OS::No::Such/x", `${ROCKET}/mine_ADMIN`])
        assert.deepEqual(await ask(app, `/v1/resources/${address}`), missing);
    });

    test('"a dot in a property\'s name is ++": it is a dot', async () => {
      assert.equal(hitsOf(await ask(app, SEARCH, query({ term: { "properties.hw.cpu": "4" } }))).total, 1);
      assert.equal(hitsOf(await ask(app, SEARCH, query({ term: { "properties.hw++cpu": "4" } }))).total, 0);
    });

    test('"a cursor is replayed by another caller": it is bound to whose view it is', async () => {
      const { body } = await ask(app, SEARCH, { size: 1, cursor: true });
      const cursor = body["cursor"];
      assert.equal(typeof cursor, "string");
      assert.equal((await ask(app, SEARCH, { size: 1, cursor })).status, 200);
      for (const other of ["p2", "admin"]) {
        const { status, text } = await ask(app, SEARCH, { size: 1, cursor }, other);
        assert.equal(status, 400);
        assert.match(text, /belongs to another search/);
      }
    });

    describe("a crowd of others' documents", () => {
      const alone: unknown[] = [];
      const among: unknown[] = [];
      const found = async (operations: readonly Operation[], into: unknown[]): Promise<void> => {
        const crowded = createApp({ ...(await partsOf([])), store: await slot.hold(operations) });
        for (const [, clause] of CROWDED)
          into.push(hitsOf(await ask(crowded, SEARCH, { ...query(clause), version: true })));
      };
      before(async () => {
        await found(world, alone);
        await found([...world, ...crowdOf("ubun"), ...crowdOf("min")], among);
      });
      for (const [i, [what]] of CROWDED.entries())
        test(`"pushes one's own out of ${what}": found and scored as without it`, () => {
          assert.equal((alone[i] as { total: number }).total, 1);
          assert.deepEqual(among[i], alone[i]);
        });
    });
  });
