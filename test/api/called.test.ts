import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plainText } from "../../src/api/dialects/called.ts";
import { served, type Found } from "./world.ts";

/** [what somebody typed, what of it is a name; undefined where signs mean something]. */
const TYPED: [string, string | undefined][] = [
  ["ubuntu 22.04", "ubuntu 22.04"],
  ["ubuntu-22.04_minimal", "ubuntu-22.04_minimal"],
  ["ubu*", "ubu"],
  ['"golden (old)"', "golden (old)"],
  [String.raw`a\/b\:c`, "a/b:c"],
  ["größe xl", "größe xl"],
  ["status:active", undefined],
  ["ubuntu AND lts", undefined],
  ["ubuntu -lts", undefined],
  ["-lts", undefined],
  ["u*u", undefined],
  ["ubuntu~", undefined],
  ["(ubuntu)", undefined],
  ["ubuntu^3", undefined],
  ['"two" "phrases"', undefined],
];

describe("a text is a name, unless its signs mean something", () => {
  for (const [typed, name] of TYPED) test(typed, () => assert.equal(plainText(typed), name));
});

describe("what is called as asked for", () => {
  const get = served();
  const scores = async (query: object): Promise<[string, number][]> => {
    const { text } = await get("/v1/search", { method: "POST", token: "p1", body: { query } });
    return (JSON.parse(text) as Found).hits.hits.map(({ _id, _score }) => [_id, _score]);
  };

  test("counts its name twice and a half, what begins so once and a half, what has the word once", async () => {
    assert.deepEqual(await scores({ match: { name: "debian 12" } }), [["r2", 10]]);
    assert.deepEqual(await scores({ match: { name: "DEBIAN-12" } }), [["r2", 10]]);
    assert.deepEqual(await scores({ query_string: { query: "ubuntu" } }), [
      ["r1", 6],
      ["b1", 4],
    ]);
  });

  test("is found no more and no less for it", async () =>
    assert.deepEqual(await scores({ match: { name: "ubu" } }), []));

  test("counts by the weight that a query gives its name", async () =>
    assert.deepEqual(await scores({ multi_match: { query: "ubuntu", fields: ["name^2", "description"] } }), [
      ["r1", 3],
      ["b1", 2],
    ]));

  test("is nothing special where names are not looked in", async () =>
    assert.deepEqual(await scores({ match: { "properties.os_distro": "debian" } }), [["r2", 1]]));
});
