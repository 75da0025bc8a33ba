import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { keystoneOf } from "../../src/cloud/keystone.ts";
import { walk, type Walked } from "../../src/cloud/walk.ts";
import type { Report } from "../../src/index/reconcile.ts";
import { definePlugin, keyword, put, type EachListing, type Listing, type ResourcePlugin } from "../../src/plugin.ts";
import { standIn, tokenBody, type Reply } from "./stand-in.ts";

const cloud = await standIn();
after(() => cloud.close());
beforeEach(() => {
  cloud.asked.length = 0;
});

type Page = { things: { id: string }[]; next?: string };

const list: Listing = {
  service: "image",
  perProject: false,
  requests: () => [
    {
      path: "/v2/things?limit=2",
      items: (answer) => (answer as Page).things,
      next: (answer) => (answer as Page).next,
    },
  ],
  map: (item, { projectId, observed }) => {
    const { id } = item as { id: string };
    if (id === "unreadable") throw new Error("no thing");
    return [put(`${projectId}/${id}`, { id }, { source: 0, observed })];
  },
};

const thing = (changes: Partial<Listing> = {}): ResourcePlugin =>
  definePlugin({
    type: "Thing",
    events: [],
    schema: { id: keyword() },
    access: {},
    apply: () => [],
    list: { ...list, ...changes },
  });

/** Answers one path of the image service; the rest is the stand-in's own. */
const answer = (reply: (url: URL) => Reply | undefined): void => {
  cloud.answering = (_, url) => (url.pathname.startsWith("/v3/") ? undefined : reply(url));
};
const asked = (): string[] => cloud.asked.filter((line) => line.startsWith("GET /image"));

type Listed = Walked & { readonly reports: ReadonlyMap<string, Report> };

const listed = async (changes: Partial<Listing> = {}): Promise<Listed> => {
  const plugin = thing(changes);
  const reports = new Map<string, Report>();
  const walked = await walk(plugin, plugin.list!, keystoneOf(cloud.account), {
    known: (id) => reports.has(id),
    onPage: async (page) => {
      for (const [id, report] of page.reports) reports.set(id, report);
    },
  });
  return { ...walked, reports };
};
const idsOf = ({ reports }: Listed): string[] => [...reports.keys()].toSorted();
const isComplete = ({ askedAt }: Listed): boolean => askedAt("anybody") !== undefined;

describe("a listing", () => {
  test("is read to its last page, and of a link only the query is followed", async () => {
    const pages: Record<string, Page> = {
      "?limit=2": { things: [{ id: "a" }, { id: "b" }], next: "https://elsewhere.example/v2/things?limit=2&marker=b" },
      "?limit=2&marker=b": { things: [{ id: "c" }] },
    };
    answer((url) => ({ body: pages[url.search] }));
    const all = await listed();
    assert.deepEqual(idsOf(all), ["service/a", "service/b", "service/c"]);
    assert.deepEqual(asked(), ["GET /image/v2/things?limit=2", "GET /image/v2/things?limit=2&marker=b"]);
    assert.ok(isComplete(all));
  });

  test("that never comes to an end is not complete", async () => {
    answer(() => ({ body: { things: [{ id: "a" }], next: "?limit=2" } }));
    const all = await listed();
    assert.ok(!isComplete(all));
    assert.match(all.problems.join(), /no last page/);
  });

  test("is asked again after a failure that passes", async () => {
    let failures = 2;
    answer(() => (failures-- > 0 ? { status: 503 } : { body: { things: [{ id: "a" }] } }));
    assert.ok(isComplete(await listed()));
    assert.equal(asked().length, 3);
  });

  test("whose second page fails is not complete, and what was told before is not taken for all", async () => {
    answer((url) =>
      url.searchParams.has("marker") ? { status: 400 } : { body: { things: [{ id: "a" }], next: "?marker=a" } },
    );
    const all = await listed();
    assert.ok(!isComplete(all));
    assert.match(all.problems.join(), /answered with 400/);
  });

  test("with a new token goes on when the old one is no longer taken", async () => {
    let refusals = 1;
    answer(() => (refusals-- > 0 ? { status: 401 } : { body: { things: [{ id: "a" }] } }));
    assert.ok(isComplete(await listed()));
  });

  test("with one item that cannot be read tells the others, and is not complete", async () => {
    answer(() => ({ body: { things: [{ id: "a" }, { id: "unreadable" }, { id: "c" }] } }));
    const all = await listed();
    assert.deepEqual(idsOf(all), ["service/a", "service/c"]);
    assert.ok(!isComplete(all));
  });

  for (const [what, reply] of [
    ["no JSON", { body: "<html>" }],
    ["too much", { body: `"${"x".repeat(33 * 2 ** 20)}"` }],
    ["a redirect", { status: 301, headers: { Location: "/elsewhere" } }],
  ] as const)
    test(`answered with ${what} is not complete`, async () => {
      answer(() => reply);
      assert.ok(!isComplete(await listed()));
    });

  test("of everything is asked only by an administrator: anybody else is told a part", async () => {
    answer(() => ({ body: { things: [] } }));
    cloud.answering = ((rest) => (request, url) => {
      const reader = { body: tokenBody({ roles: [{ name: "reader" }] }), status: 201 };
      return request.method === "POST"
        ? { ...reader, headers: { "X-Subject-Token": "t" }, body: withCatalog(reader.body) }
        : rest(request, url);
    })(cloud.answering);
    const all = await listed();
    assert.ok(!isComplete(all));
    assert.match(all.problems.join(), /role admin/);
    assert.deepEqual(asked(), []);
  });

  test("of a service that the cloud does not have says so, and asks nobody", async () => {
    const all = await listed({ service: "dns" });
    assert.match(all.problems.join(), /no endpoint of a service 'dns'/);
    assert.ok(!isComplete(all));
  });
});

const withCatalog = (body: { token: object }): object => ({
  token: {
    ...body.token,
    catalog: [{ type: "image", endpoints: [{ interface: "public", url: `${cloud.root}/image` }] }],
  },
});

describe("the time of a listing", () => {
  const at = (listing: Listed): number => listing.askedAt("x")!;

  test("is the service's own, less two seconds", async () => {
    answer(() => ({ body: { things: [] }, headers: { Date: "Sun, 22 Nov 2026 20:30:00 GMT" } }));
    const took = Date.parse("2026-11-22T20:29:58Z") * 1000 - at(await listed());
    assert.ok(took >= 0 && took < 2e6, `the time that the request took is taken off too (${took} µs)`);
  });

  test("is Keystone's where the service tells none, less two seconds", async () => {
    answer(() => ({ body: { things: [] } }));
    assert.equal(at(await listed()), Date.parse("2026-11-22T19:59:58Z") * 1000);
  });
});

describe("a listing of a project at a time", () => {
  const projects = { projects: ["p1", "p2", "p3"].map((id) => ({ id, name: `name-of-${id}`, enabled: id !== "p3" })) };

  test("asks with a token of each enabled project; one that fails is not complete, the others are", async () => {
    cloud.answering = (request, url) => {
      if (url.pathname === "/v3/auth/projects") return { body: projects };
      if (!url.pathname.startsWith("/image")) return undefined;
      const project = String(request.headers["x-auth-token"]).replace("token-of-", "");
      return project === "p2" ? { status: 403 } : { body: { things: [{ id: "a" }] } };
    };
    const all = await listed({ perProject: true });
    assert.deepEqual(idsOf(all), ["p1/a"]);
    assert.notEqual(all.askedAt("p1"), undefined);
    assert.equal(all.askedAt("p2"), undefined);
    assert.equal(all.askedAt("p3"), undefined);
    assert.match(all.problems.join(), /name-of-p2: .*403/);
  });

  test("knows of projects that are no more, where the account is told all that there are", async () => {
    const told = (all: object): Promise<Listed> => {
      cloud.answering = (_, url) => {
        if (url.pathname === "/v3/auth/projects") return { body: { projects: [{ id: "service", name: "service" }] } };
        if (url.pathname === "/v3/projects") return { body: all };
        return url.pathname.startsWith("/image") ? { body: { things: [] } } : undefined;
      };
      return listed({ perProject: true });
    };
    const two = ["service", "p3"].map((id) => ({ id, name: id, enabled: id !== "p3" }));
    const whole = await told({ projects: two });
    assert.deepEqual(["service", "p3", "p4"].map(whole.ended), [false, false, true]);
    assert.deepEqual(
      ["service", "p3", "p4"].map((owner) => whole.askedAt(owner) !== undefined),
      [true, false, true],
    );
    for (const part of [{ projects: two, truncated: true }, { projects: two.slice(1) }, { error: {} }]) {
      const partial = await told(part);
      assert.equal(partial.ended("p4"), false, JSON.stringify(part));
      assert.equal(partial.askedAt("p4"), undefined);
    }
  });
});

describe("what is listed of each item", () => {
  const each: EachListing = {
    parts: ["parts"],
    when: (item) => (item as { id: string }).id !== "plain",
    request: (item) => ({
      path: `/v2/things/${(item as { id: string }).id}/parts`,
      items: (rows) => rows as unknown[],
    }),
    map: () => [],
  };

  test("is told completely of those that it was asked of, and not of one that has gone meanwhile", async () => {
    answer((url) => {
      if (url.pathname.endsWith("/gone/parts")) return { status: 404 };
      if (url.pathname.endsWith("/parts")) return { body: [] };
      return { body: { things: [{ id: "plain" }, { id: "shared" }, { id: "gone" }] } };
    });
    const all = await listed({ each });
    assert.ok(isComplete(all));
    const whole = [...all.reports].filter(([, report]) => report.whole.includes("parts")).map(([id]) => id);
    assert.deepEqual(whole, ["service/shared"]);
  });

  test("that fails for hundreds is told of twenty, and how many more", async () => {
    const things = Array.from({ length: 300 }, (_, i) => ({ id: `t${i}` }));
    answer((url) => (url.pathname.endsWith("/parts") ? { status: 403 } : { body: { things } }));
    const { problems } = await listed({ each });
    assert.equal(problems.length, 21);
    assert.equal(problems.at(-1), "and 280 more like these");
  });

  test("may be asked by several listings, each told completely or not by itself", async () => {
    const more = {
      ...each,
      parts: ["more"],
      request: (item: unknown) => ({ ...each.request(item), path: "/v2/more" }),
    };
    answer((url) => {
      if (url.pathname.endsWith("/more")) return { status: 404 };
      return { body: url.pathname.endsWith("/parts") ? [] : { things: [{ id: "shared" }] } };
    });
    const { reports } = await listed({ each: [more, each] });
    assert.deepEqual(reports.get("service/shared")?.whole, ["parts"]);
    assert.equal(asked().length, 3);
  });

  test("is not asked of what an earlier page told of", async () => {
    answer((url) => (url.pathname.endsWith("/parts") ? { body: [] } : { body: { things: [{ id: "shared" }] } }));
    const twice = { ...list, requests: () => [...list.requests([]), { ...list.requests([])[0]!, path: "/v2/again" }] };
    assert.ok(isComplete(await listed({ ...twice, each })));
    assert.deepEqual(
      asked().map((line) => line.split("?")[0]),
      ["GET /image/v2/things", "GET /image/v2/things/shared/parts", "GET /image/v2/again"],
    );
  });

  test("that cannot be decided to be asked or not is a problem of its own", async () => {
    answer((url) => (url.pathname.endsWith("/parts") ? { body: [] } : { body: { things: [{ id: "shared" }] } }));
    const unclear = (): boolean => {
      throw new Error("no kind");
    };
    const { problems, reports } = await listed({ each: { ...each, when: unclear } });
    assert.deepEqual(problems, ["parts of service/shared: no kind"]);
    assert.ok(reports.has("service/shared"));
  });

  test("makes the listing incomplete where it fails", async () => {
    answer((url) => (url.pathname.endsWith("/parts") ? { status: 403 } : { body: { things: [{ id: "shared" }] } }));
    assert.ok(!isComplete(await listed({ each })));
  });
});
