import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chosenTypes } from "../../src/api/dialects/types.ts";
import { admin, catalog, member } from "../index/worlds.ts";
import { luceneOf, treeOf } from "./tree.ts";

const term = (field: string) => ({ term: { [field]: "x" } });

/** A policy that lets everybody search what there is. */
const everyType = (): boolean => true;

/** [what is asked, by whom, what is said]. */
const ASKED: [string, () => unknown, RegExp][] = [
  ["a field", () => treeOf(term("staus")), /has a field 'staus'; did you mean 'status'\?/],
  ["a field of another case", () => treeOf(term("Name")), /; did you mean 'name'\?/],
  ["a facet of an open map", () => treeOf(term("os_distor")), /; did you mean 'os_distro'\?/],
  ["a field in a query text", () => luceneOf("nmae:x"), /no field 'nmae' to search; did you mean 'name'\?; write/],
  ["a clause", () => treeOf({ tern: { status: "x" } }), /did you mean 'term'\?/],
  ["an administrator's own field", () => treeOf(term("secrets"), admin()), /; did you mean 'secret'\?/],
  [
    "a type",
    () => chosenTypes(catalog, member("p1"), ["Test::Acme::Roket"], everyType),
    /; did you mean 'Test::Acme::Rocket'\?$/,
  ],
  [
    "an administrator's type",
    () => chosenTypes(catalog, admin(), ["Test::Acme::Audi"], everyType),
    /mean 'Test::Acme::Audit'\?$/,
  ],
];

/** What nobody meant, or nobody may know that there is. */
const SILENT: [string, () => unknown][] = [
  ["what resembles nothing", () => treeOf(term("nosuch"))],
  ["what resembles a field of administrators", () => treeOf(term("secrets"))],
  [
    "what resembles a type of administrators",
    () => chosenTypes(catalog, member("p1"), ["Test::Acme::Audi"], everyType),
  ],
  ["what is too long to be a name", () => treeOf(term("status".repeat(40)))],
];

describe("a misspelt name is answered with the nearest that the caller may know", () => {
  for (const [what, ask, says] of ASKED) test(what, () => assert.throws(ask, { message: says }));
  for (const [what, ask] of SILENT)
    test(`${what} is answered with none`, () =>
      assert.throws(ask, (error: Error) => !error.message.includes("did you mean")));
});
