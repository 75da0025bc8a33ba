import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { checkText, type Check } from "../../src/commands/doctor/check.ts";
import { checkKeystone } from "../../src/commands/doctor/keystone.ts";
import { checkTruth } from "../../src/commands/doctor/truth.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { definePlugin, keyword, operationOf, put } from "../../src/plugin.ts";
import { standIn, type Reply } from "./stand-in.ts";

const cloud = await standIn();
after(() => cloud.close());

const thing = definePlugin({
  type: "Thing",
  events: [],
  schema: { id: keyword(), name: keyword(), owner: keyword() },
  access: { owner: "owner" },
  apply: () => [],
  list: {
    service: "image",
    perProject: false,
    rules: ["things:list"],
    requests: () => [{ path: "/things", items: (answer) => answer as unknown[] }],
    map: (item, { observed }) => [put((item as { id: string }).id, item as { id: string }, { source: 0, observed })],
  },
});

let store: IndexStore;
let reply: Reply = {};
cloud.answering = (_, url) => (url.pathname === "/image/things" ? reply : undefined);

const told = (...names: string[]) => names.map((name, i) => ({ id: `${i}`, name, owner: "p1" }));

beforeEach(async () => {
  store = memoryStore(catalogOf([thing]));
  await store.apply(
    told("a", "b").map((fields) =>
      operationOf("Thing", "event", put(fields.id, fields, { source: 0, observed: 1e15 })),
    ),
  );
});

const look = (limit = 100): Promise<readonly Check[]> =>
  checkTruth({ store, plugins: [thing], cloud: cloud.account, limit });

describe("the doctor", () => {
  test("says that all is well where index and service agree", async () => {
    reply = { body: told("a", "b") };
    assert.deepEqual(await look(), [{ name: "Thing: 2 listed, no difference", ok: true, says: [] }]);
  });

  test("names each resource that differs, whose it is, and in what", async () => {
    reply = {
      body: [
        { id: "1", name: "B", owner: "p2" },
        { id: "2", name: "c", owner: "p1" },
      ],
    };
    const [check] = await look();
    assert.equal(check!.name, "Thing: 2 listed, 3 differ");
    assert.equal(check!.ok, false);
    const says = check!.says.map((line) => line.replace(/\d+ s at most/, "N s at most"));
    assert.deepEqual(says, [
      "1 (project p2): differs in name, owner",
      "2 (project p1): the service has it, the index does not",
      "0 (project p1): the index has it, the service does not, for N s at most",
    ]);
    assert.match(checkText(check!), /^WRONG Thing: 2 listed, 3 differ\n {8}1 /);
  });

  test("names no more than it was asked to, and says how many more there are", async () => {
    reply = { body: told("x", "y", "z") };
    const [check] = await look(1);
    assert.deepEqual(check!.says, ["0 (project p1): differs in name", "and 2 more (--limit)"]);
  });

  test("says which of a service's rules must let the account in", async () => {
    reply = { status: 403 };
    const [check] = await look();
    assert.equal(check!.says[0], "/things was answered with 403: its policy must let the service account things:list");
    assert.match(check!.says[1]!, /its project could not be asked/);
  });

  test("says what the service account lacks in Keystone", async () => {
    const projects = ["service", "p1", "p2"].map((id) => ({ id, name: `name-of-${id}`, enabled: id !== "p2" }));
    cloud.answering = (_, url) => {
      if (url.pathname === "/v3/projects") return { body: { projects } };
      if (url.pathname === "/v3/auth/projects") return { body: { projects: projects.slice(0, 1) } };
      return undefined;
    };
    const check = await checkKeystone(cloud.account);
    assert.equal(check.ok, true);
    assert.match(check.says.join(), /no role in 1 projects.*: name-of-p1 \(p1\)$/);
    const refused = await checkKeystone({ ...cloud.account, password: "wrong" });
    assert.equal(refused.ok, false);
    assert.match(refused.says.join(), /Keystone refuses the service account/);
  });
});
