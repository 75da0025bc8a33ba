import assert from "node:assert/strict";
import fc from "fast-check";
import { placesOf } from "../../errors.ts";
import { eachOf, isJson, type ResourcePlugin, type Told } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
import { LISTED } from "./samples.ts";

/** What it returns must be storable; all that it may throw is an error that names places, as zod's does. */
export function toleratesAnything(tell: () => readonly Told[] | void): void {
  let told: readonly Told[] | void;
  try {
    told = tell();
  } catch (error) {
    assert.ok(
      placesOf(error) !== undefined,
      `it throws ${String(error)}: check payloads with zod, whose error says where`,
    );
    return;
  }
  for (const one of told ?? []) {
    assert.ok(one.id.length > 0 && one.id.length <= 512, "the id is empty, or longer than a store takes");
    const { source, observed } = one.stamp;
    assert.ok(Number.isFinite(source) && observed === LISTED.observed, "the version cannot be compared");
    if (one.kind === "put") assert.ok(isJson(one.fields), "the fields are no JSON, or nested too deeply");
  }
}

/** Everything that a plugin reads, given the same. */
function everyReading({ apply, events, list }: ResourcePlugin, value: unknown): void {
  for (const eventType of [...events, "no.such.event"])
    toleratesAnything(() => apply({ eventType, payload: value, observed: LISTED.observed }));
  if (!list) return;
  toleratesAnything(() => list.map(value, LISTED));
  toleratesAnything(() => void list.discover?.items(value));
  for (const request of list.requests(["t"])) {
    toleratesAnything(() => void request.items(value));
    toleratesAnything(() => void request.next?.(value));
  }
  for (const each of eachOf(list)) {
    toleratesAnything(() => void (each.when(value) && void each.request(value).items(value)));
    toleratesAnything(() => each.map(value, [value], LISTED));
  }
}

/** A real payload with some of its fields exchanged for anything, or taken away. */
const damaged = (real: object): fc.Arbitrary<unknown> =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(real), "__proto__", "constructor"), fc.jsonValue({ maxDepth: 6 }))
    .map((changes) => JSON.parse(JSON.stringify({ ...real, ...changes })) as unknown);

/** Given anything at all, a plugin answers with what can be stored, or says what is wrong with it. */
export function fuzzLaw(plugin: ResourcePlugin, samples: Samples, runs: number): Law {
  const real = samples.events
    .map(({ notification: { payload } }) => payload)
    .filter((payload): payload is object => typeof payload === "object" && payload !== null);
  const payloads = fc.oneof(fc.jsonValue({ maxDepth: 6 }), ...real.map(damaged));
  const run = (): void =>
    fc.assert(
      fc.property(payloads, (value) => everyReading(plugin, value)),
      { numRuns: runs },
    );
  return { title: `${plugin.type}: given anything, it answers, or says what is wrong with it`, run };
}
