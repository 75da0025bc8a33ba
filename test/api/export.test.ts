import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { csvCell, csvLine } from "../../src/api/csv.ts";
import { ROCKET } from "../index/worlds.ts";
import { served, type Answer, type Found } from "./world.ts";

const get = served();
type Line = { readonly _type: string; readonly _id: string; readonly _source?: object; readonly _cursor?: string };
const lines = (text: string): Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

/** Cells of CSV as RFC 4180 reads them: a reader of our own, for what we write. */
function rows(text: string): string[][] {
  const all: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === "" && quoted === undefined && plain === "") break;
    all.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === "\r\n") all.push([]);
  }
  return all.filter((row) => row.length > 0);
}

const exported = (body: object, token = "p1", headers = {}): Promise<Answer> =>
  get("/v1/search/export", { method: "POST", token, body, headers });
const detail = ({ text }: Answer): string => (JSON.parse(text) as { detail: string }).detail;

describe("an export", () => {
  /** [who, the body of a search]. */
  const SAME: [string, object][] = [
    ["p1", {}],
    ["p2", { query: { query_string: { query: "lts OR debian" } } }],
    ["admin", { all_projects: true, sort: ["size", "_id"] }],
    ["p1", { sort: [{ created_at: "desc" }], _source: ["name", "tags"] }],
    ["p3", { query: { term: { name: "nothing" } } }],
  ];
  for (const [who, body] of SAME)
    test(`of ${who} is what the search finds: ${JSON.stringify(body)}`, async () => {
      const answer = await get("/v1/search", { method: "POST", token: who, body: { sort: ["_type", "_id"], ...body } });
      const { hits } = (JSON.parse(answer.text) as Found).hits;
      const { status, text, headers } = await exported(body, who);
      assert.equal(status, 200, text);
      assert.equal(headers["content-type"], "application/x-ndjson");
      assert.deepEqual(
        lines(text).map(({ _type, _id, _source }) => [_type, _id, _source]),
        hits.map(({ _type, _id, _source }) => [_type, _id, _source]),
      );
    });

  test("is CSV where format or Accept say so, with the columns named, or all that the caller may see", async () => {
    const answers = await Promise.all([
      exported({ type: ROCKET, format: "csv" }),
      exported({ type: ROCKET }, "p1", { Accept: "text/csv" }),
      get(`/v1/search/export?type=${ROCKET}&format=csv`, { token: "p1" }),
    ]);
    const [{ text, headers }] = answers;
    assert.equal(headers["content-type"], "text/csv; charset=utf-8; header=present");
    for (const other of answers) assert.equal(other.text, text);
    const [head, ...rest] = rows(text);
    assert.equal(
      head?.join(" "),
      "_type _id id name description status stage owner captain visibility size thrust crewed created_at updated_at tags properties hidden address crew",
    );
    assert.deepEqual(
      rest.map(([, id]) => id),
      ["r1", "r2"],
    );
    const named = await exported({
      type: ROCKET,
      format: "csv",
      _source: ["tags", "properties.hw.cpu", "os_distro", "size"],
    });
    assert.deepEqual(rows(named.text)[1], [ROCKET, "r1", '["lts","prod"]', "4", "ubuntu", "5"]);
  });

  /** [the body, what the refusal says]. */
  const REFUSED: [object, RegExp][] = [
    [{ size: 5 }, /^size: 'size' is not known here; what may stand here is/],
    [{ from: 5 }, /^from: /],
    [{ aggs: {} }, /^aggs: /],
    [{ format: "xml" }, /^format: must be ndjson or csv/],
    [{ format: "csv", _source: ["secret"] }, /_source\[0\]: none of the types searched has a field 'secret'/],
    [{ format: "csv", _source: ["sceret"] }, /_source\[0\]: none of the types searched has a field 'sceret'/],
    [{ format: "csv", _source: { exclude: "name" } }, /^_source: names the columns/],
    [{ query: { term: { nosuch: 1 } } }, /nosuch/],
    [{ cursor: "x" }, /^cursor: is none/],
  ];
  for (const [body, says] of REFUSED)
    test(`is refused before it begins: ${JSON.stringify(body)}`, async () => {
      const answer = await exported(body);
      assert.equal(answer.status, 400, answer.text);
      assert.match(detail(answer), says);
    });

  test("is resumed behind any line, in either format, and the pieces are the whole", async () => {
    const body = { cursor: true, sort: ["size"] };
    const whole = lines((await exported(body)).text);
    for (const [i, { _cursor }] of whole.entries()) {
      const rest = lines((await exported({ ...body, cursor: _cursor })).text);
      assert.deepEqual(rest, whole.slice(i + 1));
    }
    const csv = (await exported({ ...body, format: "csv" })).text;
    const first = rows(csv)[1]!;
    const resumed = await exported({ ...body, format: "csv", cursor: first.at(-1) });
    assert.equal(resumed.headers["content-type"], "text/csv; charset=utf-8; header=absent");
    assert.equal(csv.endsWith(`\r\n${resumed.text}`), true);
    assert.equal(rows(resumed.text).length, rows(csv).length - 2);
  });

  test("goes on where pages by cursor stopped", async () => {
    const body = { sort: ["size"], cursor: true };
    const page = await get("/v1/search", { method: "POST", token: "p1", body: { ...body, size: 1 } });
    const { cursor, hits } = JSON.parse(page.text) as Found & { cursor: string };
    const rest = lines((await exported({ ...body, cursor })).text);
    const whole = lines((await exported(body)).text);
    assert.deepEqual(
      [...hits.hits, ...rest].map(({ _id }) => _id),
      whole.map(({ _id }) => _id),
    );
  });
});

describe("CSV", () => {
  const CELLS: [unknown, string][] = [
    ["plain", "plain"],
    ["", ""],
    [null, ""],
    [-3, "-3"],
    [true, "true"],
    ["a,b", '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ["a\r\nb", '"a\r\nb"'],
    ["a;b", '"a;b"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", '"\'\t=1"'],
    ["\r=1", '"\'\r=1"'],
    ["  =1", "'  =1"],
    ["\uFF1D1", "'\uFF1D1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    [["=1", 2], '"[""=1"",2]"'],
    [{ "=a": 1 }, '"{""=a"":1}"'],
    ["a=b", "a=b"],
  ];
  for (const [value, cell] of CELLS)
    test(`${JSON.stringify(value)} is ${JSON.stringify(cell)}`, () => assert.equal(csvCell(value as string), cell));

  test("whatever the values, the line is read back cell by cell, and no text begins a formula", () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n ,;\"'a\u00e9\uFF1D") }), { minLength: 2 }),
        (values) => {
          const [row = []] = rows(csvLine(values));
          assert.deepEqual(
            row.map((cell, i) => (cell === `'${values[i]}` ? values[i] : cell)),
            values,
          );
          for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/);
        },
      ),
    ));
});
