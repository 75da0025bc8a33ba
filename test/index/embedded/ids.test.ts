import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { idsOf, slotOfId, sought } from "../../../src/index/stores/embedded/columns/ids.ts";
import { columnWith } from "./columns.ts";

const ids = fc.uniqueArray(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 300 });
const seed = fc.nat({ max: 2 ** 32 - 1 });

test("every id is found in its slot and no other anywhere, from segment to segment, whatever their seeds", () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, seed), { maxLength: 4 }), ids, (segments, others) => {
      const tables = segments.map(([own, seed]) => {
        const column = columnWith(own.map((id) => [id]));
        return { own, column, ids: idsOf(column, own.length, seed) };
      });
      for (const id of [...others, ...segments.flatMap(([own]) => own)]) {
        const wanted = sought(id);
        for (const { own, column, ids } of tables) assert.equal(slotOfId(ids, column, wanted), own.indexOf(id));
      }
    }),
  ));
