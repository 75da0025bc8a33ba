import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ZodError } from "zod";
import { plugins } from "../../plugins/all.ts";
import { isJson, type ResourcePlugin, type Told } from "../../src/plugin.ts";

const OBSERVED = 1_795_380_000_000_000;
const CONTEXT = { projectId: "p1", observed: OBSERVED };

/** What it returns must be storable; all that it may throw is zod's own error. */
function toleratesAnything(tell: () => readonly Told[] | void): void {
  let told: readonly Told[] | void;
  try {
    told = tell();
  } catch (error) {
    assert.ok(error instanceof ZodError, `threw ${String(error)}`);
    return;
  }
  for (const one of told ?? []) {
    assert.ok(one.id.length > 0 && one.id.length <= 512, "the id is none that a store refuses");
    assert.ok(Number.isFinite(one.stamp.source) && one.stamp.observed === OBSERVED, "the version can be compared");
    if (one.kind === "put") assert.ok(isJson(one.fields), "the fields are JSON of bounded depth");
  }
}

const payloads = globSync(join(import.meta.dirname, "../samples/*/*/message.json")).map(
  (file) => (JSON.parse(readFileSync(file, "utf8")) as { payload: unknown }).payload,
);
const anything = fc.jsonValue({ maxDepth: 6 });

/** A real payload with some of its fields exchanged for anything, or taken away. */
const damaged = fc
  .constantFrom(...payloads.filter((payload) => typeof payload === "object" && payload))
  .chain((real) => {
    const names = Object.keys(real as object);
    return fc
      .dictionary(fc.constantFrom(...names, "__proto__", "constructor"), anything)
      .map((changes) => JSON.parse(JSON.stringify({ ...(real as object), ...changes })) as unknown);
  });

const hostile = fc.oneof(anything, damaged);

function everyReading(plugin: ResourcePlugin, value: unknown): void {
  for (const eventType of [...plugin.events, "no.such.event"])
    toleratesAnything(() => plugin.apply({ eventType, payload: value, observed: OBSERVED }));
  const { list } = plugin;
  if (!list) return;
  toleratesAnything(() => list.map(value, CONTEXT));
  toleratesAnything(() => void list.discover?.items(value));
  for (const request of list.requests(["t"])) {
    toleratesAnything(() => void request.items(value));
    toleratesAnything(() => void request.next?.(value));
  }
  const { each } = list;
  if (!each) return;
  toleratesAnything(() => void (each.when(value) && each.request(value)));
  toleratesAnything(() => each.map(value, [value], CONTEXT));
}

describe("a plugin given anything answers, or says what is wrong with it", () => {
  for (const plugin of plugins)
    test(plugin.type, () => {
      fc.assert(
        fc.property(hostile, (value) => everyReading(plugin, value)),
        { numRuns: 300 },
      );
    });
});

const image = plugins.find(({ type }) => type === "OS::Glance::Image")!;
const queue = plugins.find(({ type }) => type === "OS::Zaqar::Queue")!;

test("an image with 20,000 properties and a megabyte of name is an image", () => {
  const properties = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p.${i}`, "x"]));
  const payload = { id: "i", name: "n".repeat(2 ** 20), properties };
  const [told] = image.apply({ eventType: "image.create", payload, observed: OBSERVED });
  assert.ok(told?.kind === "put" && told.fields);
  assert.equal(Object.keys(told.fields["properties"] as object).length, 20_000);
});

test("metadata nested without end is refused, not followed", () => {
  const metadata = JSON.parse(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`) as unknown;
  assert.throws(() => queue.list?.map({ name: "q", metadata }, CONTEXT), ZodError);
});

test("a property named __proto__ changes no object's prototype", () => {
  const payload = JSON.parse('{"id":"i","properties":{"__proto__":{"polluted":true}}}') as unknown;
  toleratesAnything(() => image.apply({ eventType: "image.create", payload, observed: OBSERVED }));
  assert.equal("polluted" in {}, false);
});
