import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { flawText } from "../../src/index/flaw.ts";
import { flawsOf, kitFlaws } from "../../src/kit/check.ts";
import { boolean, date, definePlugin, keyword, nameOf, nested, open, put, text } from "../../src/plugin.ts";

const rocket = definePlugin({
  kit: 1,
  type: "OS::Acme::Rocket",
  events: ["rocket.create"],
  schema: {
    name: text(),
    owner: keyword(),
    status: keyword({ facet: true }),
    hidden: boolean(),
    seen_at: date(),
    secret: keyword({ admin: true }),
    secret_at: date({ admin: true }),
    silent: boolean({ admin: true }),
    members: keyword({ admin: true }),
    properties: open(),
  },
  access: { owner: "owner" },
  apply: () => [put("r", {}, { source: 0, observed: 0 })],
});

const each = { parts: ["parts"], when: () => true, request: () => ({ path: "/x", items: () => [] }), map: () => [] };
const list = {
  service: "rocketry",
  perProject: false,
  requests: () => [{ path: "/rockets", items: () => [] }],
  map: () => [],
};

/** [what an author wrote instead, what is said of it]. */
const WRONG: [string, unknown, string][] = [
  ["nothing", undefined, "the plugin: must be an object, made by definePlugin"],
  [
    "a type of two words",
    { ...rocket, type: "Acme::Rocket" },
    "type: must be three words or more like OS::Acme::Rocket",
  ],
  ["a misspelt part", { ...rocket, event: [] }, "event: is no part of a plugin"],
  ["an event twice", { ...rocket, events: ["a", "b", "a"] }, "events: names 'a' twice"],
  ["events that are a text", { ...rocket, events: "a" }, "events: must be a list of event types"],
  ["no apply", { ...rocket, apply: undefined }, "apply: must be a function of an event"],
  ["no field", { ...rocket, schema: {} }, "schema: must be an object of fields"],
  ["a field by hand", { ...rocket, schema: { name: "text" } }, "schema.name: must be made by a field builder"],
  ["a field with a dot", { ...rocket, schema: { "a.b": text() } }, "schema.a.b: must be letters, digits, _ and -"],
  [
    "a misspelt option",
    { ...rocket, schema: { owner: { ...keyword(), faceted: true } } },
    "schema.owner.faceted: is no option of a field",
  ],
  ["a weight below zero", { ...rocket, schema: { owner: keyword({ weight: -1 }) } }, "schema.owner.weight: must be"],
  [
    "a nested field of nothing",
    { ...rocket, schema: { crew: nested({}) } },
    "schema.crew.fields: must be an object of",
  ],
  [
    "a list in a list",
    { ...rocket, schema: { crew: nested({ ranks: nested({ name: text() }) }) } },
    "schema.crew.fields.ranks: is nested, and lies in a nested field already",
  ],
  [
    "a nested field's field by hand",
    { ...rocket, schema: { crew: nested({ name: "text" as never }) } },
    "schema.crew.fields.name: must be made by a field builder",
  ],
  [
    "the name of what nothing points to",
    { ...rocket, schema: { ...rocket.schema, owner_name: nameOf("owner") } },
    "schema.owner_name.nameOf: must name a field of the schema that points to another type",
  ],
  ["no rule of access", { ...rocket, access: {} }, "access: nobody would see anything: name the field of the owning"],
  ["a rule that is none", { ...rocket, access: { everyone: true } }, "access.everyone: is none of owner, self, public"],
  ["an owner that is no field", { ...rocket, access: { owner: "tenant" } }, "access.owner: 'tenant' is no field of"],
  ["an owner of words", { ...rocket, access: { owner: "name" } }, "access.owner: 'name' must be a keyword field"],
  [
    "a user's field that is none",
    { ...rocket, access: { self: "name" } },
    "access.self: must be the name of a keyword field",
  ],
  ["a condition that always holds", { ...rocket, access: { public: {} } }, "access.public: must name a field and"],
  [
    "a condition on no field",
    { ...rocket, access: { byIdOnly: { visible: "x" } } },
    "access.byIdOnly.visible: is no field of the schema",
  ],
  [
    "who may see it by what only administrators may know",
    { ...rocket, access: { public: { secret: "x" } } },
    "access.public.secret: is for administrators alone",
  ],
  [
    "sharing without a prefix",
    { ...rocket, access: { owner: "owner", sharedBy: { parts: "members/", accepted: { status: "x" } } } },
    "access.sharedBy.parts: must be what the parts begin with",
  ],
  [
    "sharing with everybody",
    { ...rocket, access: { owner: "owner", sharedBy: { parts: "members", accepted: {} } } },
    "access.sharedBy.accepted: must name a field",
  ],
  [
    "administrators alone, and an owner",
    { ...rocket, access: { adminOnly: true, owner: "owner" } },
    "access.adminOnly: leaves nothing for other rules to say",
  ],
  ["a change that is no date", { ...rocket, changed: ["status"] }, "changed.0: must name a date field of the schema"],
  [
    "an order that tells a secret",
    { ...rocket, changed: ["secret_at"] },
    "changed.0: 'secret_at' is for administrators",
  ],
  ["hiding by a text", { ...rocket, hiddenBy: "name" }, "hiddenBy: must name a boolean field of the schema"],
  ["hiding by a secret", { ...rocket, hiddenBy: "silent" }, "hiddenBy: 'silent' is for administrators"],
  ["a shared name of no field", { ...rocket, shared: { project_id: "x" } }, "shared.project_id: must name a keyword"],
  ["a shared name that is none", { ...rocket, shared: { colour: "x" } }, "shared.colour: is none of name, status"],
  ["a join to no field", { ...rocket, join: { parts: () => ({ count: 0 }) } }, "join.parts: adds 'count', which is no"],
  [
    "a join that fails",
    { ...rocket, join: { parts: ([row]: { key: string }[]) => ({ members: [row!.key] }) } },
    "join.parts: fails for a resource without such parts",
  ],
  ["a listing without a map", { ...rocket, list: { ...list, map: undefined } }, "list.map: must be a function"],
  ["rules that are a text", { ...rocket, list: { ...list, rules: "get" } }, "list.rules: must be a list"],
  [
    "a listing more whose parts are a text",
    { ...rocket, list: { ...list, each: [each, { ...each, parts: "b" }] } },
    "list.each.1.parts: must be a list",
  ],
  [
    "a misspelt part of a listing more",
    { ...rocket, list: { ...list, each: { ...each, of: 1 } } },
    "list.each.of: is none of parts",
  ],
  [
    "listings more that are a text",
    { ...rocket, list: { ...list, each: "parts" } },
    "list.each: must be a object or list",
  ],
  ["a misspelt part of a listing", { ...rocket, list: { ...list, every: 1 } }, "list.every: is none of service"],
  [
    "a request to another host",
    { ...rocket, list: { ...list, requests: () => [{ path: "http://x", items: () => [] }] } },
    "list.requests.0.path: must begin with /",
  ],
];

describe("an author is told by field, in words, of", () => {
  for (const [what, plugin, said] of WRONG)
    test(what, () => {
      const flaws = flawsOf(plugin).map(flawText);
      assert.equal(flaws.length, 1, flaws.join("; "));
      assert.ok(flaws[0]!.startsWith(said), flaws[0]);
    });
});

test("everything that is wrong is said at once", () => {
  const flaws = flawsOf({ ...rocket, type: "x", events: ["a", "a"], access: {}, hiddenBy: "name" });
  assert.deepEqual(
    flaws.map(({ at }) => at),
    ["type", "events", "access", "hiddenBy"],
  );
});

test("a plugin from outside says which kit it is written for, and it is this one", () => {
  assert.deepEqual(kitFlaws(rocket), []);
  assert.match(kitFlaws({})[0]!.says, /is missing: .* kit: 1/);
  assert.match(kitFlaws({ kit: 2 })[0]!.says, /is 2, and this Searchlight has kit 1/);
});

for (const plugin of [rocket, { ...rocket, list }, ...plugins])
  test(`nothing is wrong with ${plugin.type}${plugin === rocket ? "" : " and its listing"}`, () => {
    assert.deepEqual(flawsOf(plugin).map(flawText), []);
  });
