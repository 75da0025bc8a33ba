import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pack, unpack, type Named } from "../../../src/index/stores/embedded/segments/pack.ts";

const numbers = fc.array(fc.nat(3), { maxLength: 20 });
const array = fc.oneof(
  numbers.map((all) => Uint8Array.from(all)),
  numbers.map((all) => Uint16Array.from(all)),
  numbers.map((all) => Uint32Array.from(all)),
  numbers.map((all) => Float64Array.from(all)),
  numbers.map((all) => Buffer.from(all)),
);
const value = fc.dictionary(fc.string(), fc.oneof(array, fc.nat(), fc.dictionary(fc.string(), array)));

test("a map comes back with its names, and each value when it is asked for", () => {
  const back = unpack(pack({ map: new Map([["a", { one: Uint8Array.of(1, 2) }]]) })) as {
    map: Named<{ one: Uint8Array }>;
  };
  assert.deepEqual([...back.map.keys()], ["a"]);
  assert.deepEqual([...back.map.get("a")!.one], [1, 2]);
  assert.equal(back.map.get("a"), back.map.get("a"));
  assert.equal(back.map.get("b"), undefined);
});

test("what was packed is what it was, each array of its kind, though the same bytes are laid down once", () =>
  fc.assert(
    fc.property(value, (some) => {
      const { tree, memory } = pack({ once: some, twice: some });
      const alone = pack({ once: some }).memory;
      const back = unpack({ tree, memory }) as { once: unknown; twice: unknown };
      assert.deepEqual(plain(back), plain({ once: some, twice: some }));
      assert.equal(memory.byteLength, alone.byteLength);
    }),
  ));

/** Arrays as their kinds and their values, for they are compared wherever they lie. */
function plain(one: unknown): unknown {
  if (ArrayBuffer.isView(one)) return [one.constructor.name, [...(one as Uint8Array)]];
  if (typeof one !== "object" || one === null) return one;
  return Object.entries(one).map(([key, inner]) => [key, plain(inner)]);
}
