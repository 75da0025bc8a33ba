import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definitionOf, fieldNamed } from "../../src/index/catalog.ts";
import { admin, catalog, member, ROCKET } from "../index/worlds.ts";
import { AUDIT, PROBE, served } from "./world.ts";

type Told = { name: string; shared: boolean; sortable: boolean; resource_types: Record<string, unknown>[] };

describe("the field catalogue", () => {
  const ask = served();
  const fields = async (token: string, query = ""): Promise<Map<string, Told>> => {
    const { status, text } = await ask(`/v1/search/fields${query}`, { token });
    assert.equal(status, 200, text);
    return new Map((JSON.parse(text) as { fields: Told[] }).fields.map((one) => [one.name, one]));
  };

  test("a field is told with the types that have it, and what can be done with it there", async () => {
    const all = await fields("p1");
    assert.deepEqual(all.get("status"), {
      name: "status",
      shared: true,
      sortable: true,
      resource_types: [PROBE, ROCKET].map((type) => ({ type, kind: "keyword", facetable: true, searchable: true })),
    });
    assert.deepEqual(all.get("properties.os_distro")?.resource_types, [
      { type: ROCKET, kind: "keyword", facetable: true, searchable: true },
    ]);
    assert.deepEqual([...all.keys()], [...all.keys()].toSorted());
  });

  test("a shared name tells what each type calls the field itself", async () =>
    assert.deepEqual(
      (await fields("p1")).get("project_id")?.resource_types.map(({ type, field }) => [type, field]),
      [
        [PROBE, undefined],
        [ROCKET, "owner"],
      ],
    ));

  test("administrators' fields and types are told to administrators only", async () => {
    const [own, all] = [await fields("p1"), await fields("admin")];
    for (const name of ["secret", "members", "noted", "auditor"])
      assert.deepEqual([own.has(name), all.has(name)], [false, true], name);
    const types = [...own.values()].flatMap(({ resource_types }) => resource_types.map(({ type }) => type));
    assert.equal(types.includes(AUDIT), false);
    assert.equal(all.get("project_id")?.sortable, false, "it is an administrators' field in one type");
  });

  test("every field that is told can be named, and every one that can is told", async () => {
    for (const [token, scope] of [
      ["p1", member("p1")],
      ["admin", admin()],
    ] as const) {
      const told = await fields(token, `?type=${ROCKET}`);
      const definition = definitionOf(catalog, ROCKET);
      for (const name of told.keys()) assert.ok(fieldNamed(definition, name, scope), name);
      for (const name of Object.keys(definition.schema))
        assert.equal(told.has(name), fieldNamed(definition, name, scope) !== undefined, name);
    }
  });

  const REFUSED: [string, number, RegExp][] = [
    ["?type=OS::No::Such", 400, /'OS::No::Such'/],
    [`?type=${AUDIT}`, 403, /administrators/],
    ["?typ=x", 400, /'typ' is not known here; what may stand here is type/],
  ];
  for (const [query, status, message] of REFUSED)
    test(`${query} is refused with ${status}`, async () => {
      const answer = await ask(`/v1/search/fields${query}`, { token: "p1" });
      assert.equal(answer.status, status);
      assert.match((JSON.parse(answer.text) as { detail: string }).detail, message);
    });
});
