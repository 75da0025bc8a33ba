import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../src/index/catalog.ts";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { assertSortable } from "../../src/index/order.ts";
import { date, keyword, long, open, text } from "../../src/index/schema.ts";
import { admin, member } from "./worlds.ts";

const typed = (type: string, schema: TypeDefinition["schema"]): TypeDefinition => ({ type, schema, access: {} });
const catalog = catalogOf([
  typed("A", { name: text(), size: long(), made: date(), secret: keyword(), properties: open({ facets: ["os"] }) }),
  typed("B", { name: keyword(), size: keyword(), made: long(), secret: keyword({ admin: true }), os: keyword() }),
]);

/** What is sorted by, in which types, by whom, and whether it may be. */
const SORTS: [string, string[], "member" | "admin", boolean][] = [
  ["name", ["A", "B"], "member", true],
  ["made", ["A", "B"], "member", true],
  ["_score", ["A", "B"], "member", true],
  ["_id", ["A", "B"], "member", true],
  ["nosuch", ["A", "B"], "member", true],
  ["size", ["A", "B"], "member", false],
  ["size", ["A"], "member", true],
  ["os", ["A", "B"], "member", false],
  ["os", ["A"], "member", true],
  ["secret", ["A", "B"], "admin", false],
  ["secret", ["A", "B"], "member", true],
];

for (const [field, types, who, allowed] of SORTS) {
  test(`a sort by '${field}' of ${types.join(" and ")} is ${allowed ? "taken" : "refused"} from a ${who}`, () => {
    const sort = [{ field, order: "asc" } as const];
    const check = (): void => assertSortable(catalog, { types, sort }, who === "admin" ? admin() : member("p1"));
    if (allowed) check();
    else assert.throws(check, { code: "bad-request", message: new RegExp(`'${field}'`) });
  });
}
