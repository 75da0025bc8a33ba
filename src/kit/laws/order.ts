import assert from "node:assert/strict";
import fc from "fast-check";
import { exists } from "../../index/resource.ts";
import type { Event, ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
import { eventsOf, meeting, statesOf, textOf, toldOf } from "./told.ts";

const SECOND = 1_000_000;

const frozen = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** Some of the events, each a few seconds earlier or later than it was. */
const happenings = (events: readonly Event[]): fc.Arbitrary<Event[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...events), fc.integer({ min: -3, max: 3 }))
      .map(([event, seconds]) => ({ ...event, observed: event.observed + seconds * SECOND })),
    { minLength: 1, maxLength: 8 },
  );

/** The same in another order, some of them twice. */
const otherwise = (all: readonly Event[]): fc.Arbitrary<Event[]> =>
  fc
    .shuffledSubarray([...all], { minLength: all.length })
    .chain((order) => fc.subarray([...all]).map((again) => [...order, ...again]));

const removes = (plugin: ResourcePlugin, event: Event, final: boolean): boolean =>
  plugin.apply(event).some((told) => told.kind === "remove" && told.final === final);

function pure(plugin: ResourcePlugin, events: readonly Event[]): void {
  for (const event of events) {
    const payload = frozen(structuredClone(event.payload));
    const first = plugin.apply({ ...event, payload });
    assert.deepEqual(
      plugin.apply({ ...event, payload }),
      first,
      `${event.eventType}, told twice, means something else`,
    );
  }
}

function gone(plugin: ResourcePlugin, deletion: Event, others: readonly Event[]): void {
  const states = statesOf(toldOf(plugin, [...others.slice(1), deletion, ...others.slice(0, 1)]));
  for (const told of plugin.apply(deletion))
    if (told.kind === "remove")
      assert.equal(exists(states.get(told.id)!), false, `${told.id} exists after ${deletion.eventType}`);
}

/** Order, repeats and tombstones: what makes the index end the same however events reach it. */
export function orderLaws(plugin: ResourcePlugin, samples: Samples, runs: number): Law[] {
  const { type } = plugin;
  const real = eventsOf(plugin, samples);
  if (real.length === 0) return [];
  const law = (title: string, run: () => void): Law => ({ title: `${type}: ${title}`, run });
  const together = (): Event[] => meeting(plugin, real);
  const afterwards = (seconds: number, final: readonly boolean[]): void => {
    for (const deletion of together().filter((event) => final.some((one) => removes(plugin, event, one)))) {
      const others = together().map((event) => ({ ...event, observed: deletion.observed + seconds * SECOND }));
      fc.assert(
        fc.property(fc.shuffledSubarray(others), (some) => gone(plugin, deletion, some)),
        { numRuns: runs },
      );
    }
  };
  return [
    law("an event means the same whenever it is told, and is left as it was", () => pure(plugin, real)),
    law("events in any order, any number of times, end in the same state", () =>
      fc.assert(
        fc.property(
          happenings([...real, ...together()]).chain((all) => fc.tuple(fc.constant(all), otherwise(all))),
          ([one, other]) =>
            assert.equal(textOf(statesOf(toldOf(plugin, one))), textOf(statesOf(toldOf(plugin, other)))),
        ),
        { numRuns: runs },
      ),
    ),
    law("nothing that came before a deletion brings a resource back, however late it is told", () =>
      afterwards(-1, [true, false]),
    ),
    law("nothing at all brings it back after a final one", () => afterwards(1, [true])),
  ];
}
