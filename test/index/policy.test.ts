import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { policyOf, type Action } from "../../src/index/policy.ts";
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

  /** [what is wrong, the file's text, what is said]. */
  const WRONG: [string, string, RegExp[]][] = [
    ["text that is no JSON", '{\n  "types": {,\n}', [/SEARCHLIGHT_POLICY.*\n.*not JSON.*line 2/]],
    ["something else than an object", "[]", [/line 1: the file must be an object/]],
    ["a misspelt key", '{\n\n  "type": {}\n}', [/the file has 'type', which is not known here/]],
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
        /line 4: types → Test::Acme::Rocket has 'delete'/,
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
