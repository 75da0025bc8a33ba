import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import type { Action } from "../../src/index/policy-file.ts";
import { policyOf } from "../../src/index/policy.ts";
import { catalog, PROBE, ROCKET } from "./worlds.ts";

const ACTIONS: Action[] = ["search", "facet", "aggregate", "all_projects"];
/** What somebody with these roles may do with a type. */
const may = (file: object | undefined, type: string, ...roles: string[]): Action[] => {
  const policy = policyOf(catalog, file && JSON.stringify(file));
  return ACTIONS.filter((action) => policy({ userId: "u", projectId: "p1", roles }, type, action));
};
const READING: Action[] = ["search", "facet", "aggregate"];

/** [what, the file, the type, roles, what they may]. */
const CASES: [string, object | undefined, string, string[], Action[]][] = [
  ["without a file readers read", undefined, ROCKET, ["reader"], READING],
  ["without a file administrators see all projects", undefined, ROCKET, ["admin"], ACTIONS],
  ["without a file other roles may nothing", undefined, ROCKET, ["swiftoperator"], []],
  ["a file of nothing changes nothing", {}, ROCKET, ["member"], READING],
  ["a type that nobody knows is nobody's", {}, "OS::No::Such", ["admin"], []],
  ["a name of every object is no type", {}, "constructor", ["admin"], []],
  [
    "a rule of a type is for that type",
    { types: { [ROCKET]: { facet: [] } } },
    ROCKET,
    ["reader"],
    ["search", "aggregate"],
  ],
  ["and for no other", { types: { [ROCKET]: { facet: [] } } }, PROBE, ["reader"], READING],
  ["who may not search may nothing", { types: { [ROCKET]: { search: [] } } }, ROCKET, ["admin"], []],
  ["a default is for all types", { default: { search: ["admin"] } }, PROBE, ["reader"], []],
  [
    "a type's rule comes before the default",
    { default: { search: ["admin"] }, types: { [PROBE]: { search: ["reader"] } } },
    PROBE,
    ["reader"],
    READING,
  ],
  [
    "a role may be given all projects",
    { default: { search: ["auditor"], all_projects: ["Auditor"] } },
    PROBE,
    ["auditor"],
    ["search", "all_projects"],
  ],
  ["administrators may lose all projects", { default: { all_projects: [] } }, PROBE, ["admin"], READING],
];

describe("a policy", () => {
  for (const [what, file, type, roles, expected] of CASES)
    test(what, () => assert.deepEqual(may(file, type, ...roles), expected));

  test("says the same in YAML and in JSON", () => {
    const yaml = `
default: &readers # whoever reads
  search: [member, Auditor]
types:
  ${ROCKET}:
    search:
      - auditor
    facet: []
  ${PROBE}: *readers
`;
    const json = JSON.stringify({
      default: { search: ["member", "Auditor"] },
      types: { [ROCKET]: { search: ["auditor"], facet: [] }, [PROBE]: { search: ["member", "Auditor"] } },
    });
    const [one, other] = [policyOf(catalog, yaml), policyOf(catalog, json)];
    for (const type of [ROCKET, PROBE])
      for (const role of ["member", "auditor", "reader", "admin"])
        for (const action of ACTIONS) {
          const who = { userId: "u", projectId: "p1", roles: [role] };
          assert.equal(one(who, type, action), other(who, type, action), `${role} ${action} ${type}`);
        }
    assert.equal(one({ userId: "u", projectId: "p1", roles: ["auditor"] }, ROCKET, "search"), true);
    assert.equal(one({ userId: "u", projectId: "p1", roles: ["member"] }, ROCKET, "search"), false);
  });

  test("is what the operators' page says of its example", () => {
    const page = readFileSync(new URL("../../OPERATIONS.md", import.meta.url), "utf8");
    const [, example = ""] = /```yaml\n(default:[^`]+)```/.exec(page) ?? [];
    const policy = policyOf(catalogOf(plugins), example);
    /** [role, type, what it may]. */
    const said: [string, string, Action[]][] = [
      ["reader", "OS::Glance::Image", READING],
      ["reader", "OS::Heat::Stack", []],
      ["member", "OS::Heat::Stack", ["search", "facet"]],
      ["admin", "OS::Heat::Stack", ACTIONS],
      ["auditor", "OS::Glance::Image", []],
    ];
    for (const [role, type, actions] of said)
      assert.deepEqual(
        ACTIONS.filter((action) => policy({ userId: "u", projectId: "p", roles: [role] }, type, action)),
        actions,
        `${role} of ${type}`,
      );
    const auditor = { userId: "u", projectId: "p", roles: ["reader", "auditor"] };
    assert.equal(policy(auditor, "OS::Glance::Image", "all_projects"), true);
  });

  for (const nothing of ["", "\n", "# nothing yet\n", "{}"])
    test(`of ${JSON.stringify(nothing)} changes nothing`, () =>
      assert.equal(
        policyOf(catalog, nothing)({ userId: "u", projectId: "p", roles: ["reader"] }, ROCKET, "search"),
        true,
      ));

  /** [what is wrong, the file's text, what is said]. */
  const WRONG: [string, string, RegExp[]][] = [
    ["text that is no JSON", '{\n  "types": {,\n}', [/SEARCHLIGHT_POLICY.*\n  - line 2: it is not YAML or JSON/]],
    ["text that is no YAML", "types:\n  - a\n b: [", [/line 3: it is not YAML or JSON/]],
    ["a key twice", "default:\n  search: [a]\n  search: [b]\n", [/line 3: it is not YAML or JSON: .*unique/]],
    ["something else than an object", "[]", [/line 1: the file must hold/]],
    ["a text alone", "\n\nreader", [/line 3: the file must hold/]],
    ["a misspelt key", '{\n\n  "type": {}\n}', [/line 3: type is not known here/]],
    ["a rule without roles", "default:\n  search: [a]\n  facet:\n", [/line 3: default → facet must be a list/]],
    [
      "a role that is a number",
      "default:\n  facet:\n    - a\n    - 7\n",
      [/line 4: default → facet → 1 must be the name/],
    ],
    ["two documents", "default: {}\n---\ntypes: {}\n", [/line 2: it is not YAML or JSON: .*document/]],
    [
      "a type that does not exist",
      `{\n "types": {\n  "${ROCKET}": {},\n  "OS::Rokcet": {}\n }\n}`,
      [/line 4: types → OS::Rokcet is no resource type; there are .*Rocket/],
    ],
    [
      "rules that are none, all at once",
      `{\n "default": { "search": "reader" },\n "types": {\n  "${ROCKET}": {\n   "delete": ["admin"] },\n  "${PROBE}": {\n   "facet": [""] } } }`,
      [
        /line 2: default → search must be a list of roles/,
        /line 5: types → Test::Acme::Rocket → delete is not known here/,
        /line 7: types → Test::Acme::Probe → facet → 0 a role has a name/,
      ],
    ],
    [
      "the same in YAML, all at once",
      `default: {search: reader}\ntypes:\n  ${ROCKET}:\n\n    delete: [admin]\n  ${PROBE}:\n    facet: [""]\n`,
      [
        /line 1: default → search must be a list of roles/,
        /line 5: types → Test::Acme::Rocket → delete is not known here/,
        /line 7: types → Test::Acme::Probe → facet → 0 a role has a name/,
      ],
    ],
  ];
  for (const [what, text, messages] of WRONG)
    test(`with ${what} is refused, saying where`, () => {
      for (const message of messages)
        assert.throws(() => policyOf(catalog, text), { code: "bad-configuration", message });
    });
});
