import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { put, ROCKET } from "../index/worlds.ts";
import { fleet, PROBE, served } from "./world.ts";

type Group = {
  resource_type: string;
  field: string;
  total: number;
  hits: { _id: string; [document: string]: unknown }[];
  search: object;
};
type Told = { complete: boolean; refers_to: Group[]; referred_by: Group[] };

const probe = (id: string, project_id: string, rocket: string | readonly string[]) =>
  put(id, { id, name: `probe ${id}`, project_id, rocket, pad: "a type that is not indexed" }, 10, "self", PROBE);

describe("what is related to a resource", () => {
  const ask = served([
    ...fleet,
    probe("b3", "p1", ["r1", "r3", "r2", "p2/q ü%2F", "nowhere"]),
    probe("b4", "p2", "r1"),
  ]);
  const related = async (token: string, type: string, id: string, query = ""): Promise<Told> => {
    const { status, text } = await ask(`/v1/resources/${type}/${encodeURIComponent(id)}/related${query}`, { token });
    assert.equal(status, 200, text);
    return JSON.parse(text) as Told;
  };
  const ids = (groups: readonly Group[]) => groups.map(({ hits }) => hits.map(({ _id }) => _id).toSorted());

  test("what refers to it is found by its type and field, with what finds all of it", async () => {
    const { refers_to, referred_by, complete } = await related("p1", ROCKET, "r1");
    assert.deepEqual([refers_to, complete], [[], true]);
    const [group] = referred_by;
    assert.deepEqual([group?.resource_type, group?.field, group?.total], [PROBE, "rocket", 2]);
    assert.deepEqual(ids(referred_by), [["b1", "b3"]]);
    const { text } = await ask("/v1/search", { method: "POST", token: "p1", body: group?.search });
    assert.equal((JSON.parse(text) as { hits: { total: number } }).hits.total, 2);
  });

  test("what it refers to is found, what its type hides too; what one may not list is like what is not there", async () => {
    const { refers_to, referred_by } = await related("p1", PROBE, "b3");
    assert.deepEqual([ids(refers_to), refers_to[0]?.total], [[["r1", "r2", "r3"]], 3]);
    assert.deepEqual([refers_to[0]?.resource_type, refers_to[0]?.field], [ROCKET, "rocket"]);
    assert.deepEqual(referred_by, []);
  });

  test("facets and fields tell what their values are ids of", async () => {
    const { text: facets } = await ask(`/v1/search/facets?type=${PROBE}`, { token: "p1" });
    assert.match(facets, /"name":"rocket","type":"string","resource_type":"Test::Acme::Rocket"/);
    const { text: fields } = await ask(`/v1/search/fields?type=${PROBE}`, { token: "p1" });
    assert.match(fields, /"refers_to":"Test::Acme::Rocket"/);
  });

  test("an administrator sees all projects' when it is wished, and nobody else does", async () => {
    const total = async (token: string, query = "") =>
      (await related(token, ROCKET, "r1", query)).referred_by[0]?.total;
    assert.deepEqual(
      [await total("admin"), await total("admin", "?all_projects=true"), await total("p1", "?all_projects=true")],
      [undefined, 3, 2],
    );
  });

  test("relations are chosen, cut and paged", async () => {
    const some = async (query: string) => (await related("p1", PROBE, "b3", query)).refers_to;
    assert.deepEqual([await some("?direction=in"), await some("?field=other")], [[], []]);
    assert.deepEqual([await some(`?type=${PROBE}`), (await some(`?type=${ROCKET}`)).length], [[], 1]);
    const pages = [await some("?limit=2&_source=name"), await some("?limit=2&offset=2&_source=name")].map(
      (one) => one[0]!,
    );
    assert.deepEqual(
      pages.map(({ total, hits }) => [total, hits.length]),
      [
        [3, 2],
        [3, 1],
      ],
    );
    assert.equal(new Set(pages.flatMap(({ hits }) => hits.map(({ _id }) => _id))).size, 3);
    assert.deepEqual(Object.keys(pages[0]!.hits[0]!["_source"] as object), ["name"]);
  });

  test("one that may not be read has no relations to tell, like one that is not there", async () => {
    for (const id of ["b4", "nowhere"]) {
      const { status } = await ask(`/v1/resources/${PROBE}/${id}/related`, { token: "p1" });
      assert.equal(status, 404, id);
    }
    const { status, text } = await ask(`/v1/resources/${ROCKET}/r1/related?depth=2`, { token: "p1" });
    assert.deepEqual([status, (JSON.parse(text) as { at: string }).at], [400, "depth"]);
  });

  test("an id may hold slashes, when they are encoded", async () => {
    const { refers_to } = await related("p2", ROCKET, "p2/q ü%2F");
    assert.deepEqual(refers_to, []);
  });
});
