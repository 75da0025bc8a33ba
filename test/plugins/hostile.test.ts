import assert from "node:assert/strict";
import { test } from "node:test";
import { ZodError } from "zod";
import { plugins } from "../../plugins/all.ts";
import { toleratesAnything } from "../../src/kit/laws/fuzz.ts";
import { LISTED } from "../../src/kit/laws/samples.ts";

const image = plugins.find(({ type }) => type === "OS::Glance::Image")!;
const queue = plugins.find(({ type }) => type === "OS::Zaqar::Queue")!;

test("an image with 20,000 properties and a megabyte of name is an image", () => {
  const properties = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p.${i}`, "x"]));
  const payload = { id: "i", name: "n".repeat(2 ** 20), properties };
  const [told] = image.apply({ eventType: "image.create", payload, observed: LISTED.observed });
  assert.ok(told?.kind === "put" && told.fields);
  assert.equal(Object.keys(told.fields["properties"] as object).length, 20_000);
});

test("metadata nested without end is refused, not followed", () => {
  const metadata = JSON.parse(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`) as unknown;
  assert.throws(() => queue.list?.map({ name: "q", metadata }, LISTED), ZodError);
});

test("a property named __proto__ changes no object's prototype", () => {
  const payload = JSON.parse('{"id":"i","properties":{"__proto__":{"polluted":true}}}') as unknown;
  toleratesAnything(() => image.apply({ eventType: "image.create", payload, observed: LISTED.observed }));
  assert.equal("polluted" in {}, false);
});
