import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { TypeDefinition } from "../../src/index/definition.ts";
import { documentOf } from "../../src/index/entry.ts";
import { merge } from "../../src/index/merge.ts";
import { stateOf, type Operation } from "../../src/index/operation.ts";
import { repairListed, repairUnlisted } from "../../src/index/reconcile.ts";
import { exists, type Resource } from "../../src/index/resource.ts";
import { keyword } from "../../src/index/schema.ts";

const THING: TypeDefinition = {
  type: "Thing",
  schema: { name: keyword(), members: keyword() },
  access: {},
  join: { members: (rows) => ({ members: rows.map(({ key }) => key) }) },
};
const ref = { type: "Thing", id: "1" };

/** What a service has: nothing, or a name with members. */
type Truth = { readonly name: string; readonly members: readonly string[] } | undefined;

const put = (by: Operation["by"], part: string, name: string | null, source: number, observed: number): Operation => ({
  ref,
  by,
  kind: "put",
  part,
  fields: name === null ? null : { name },
  stamp: { source, observed },
});

const join = (state: Resource | undefined, operations: readonly Operation[]): Resource | undefined =>
  operations.map(stateOf).reduce((a: Resource | undefined, b) => merge(a ?? b, b), state);

/** The operations that a complete listing at this time, with the service's own time of what it tells, makes necessary. */
function repairs(state: Resource | undefined, truth: Truth, source: number, observed: number): readonly Operation[] {
  if (!truth) return state ? repairUnlisted(THING, state, () => observed).operations : [];
  const members = truth.members.map((member) => put("listing", `members/${member}`, member, source, observed));
  const operations = [put("listing", "self", truth.name, source, observed), ...members];
  return repairListed(THING, state, { operations, whole: ["members"], observed }).operations;
}

const seen = (state: Resource | undefined): Truth => {
  if (!state || !exists(state)) return undefined;
  const { name, members } = documentOf(THING, state);
  return { name: name as string, members: members as string[] };
};

const name = fc.constantFrom("a", "b", "c");
const truths = fc.option(fc.record({ name, members: fc.subarray(["x", "y"]) }, { noNullPrototype: true }), {
  nil: undefined,
});
const source = fc.integer({ min: 0, max: 9 });

test("whatever was told before a listing, of whatever times, afterwards the index says what it said, and a second writes nothing", () => {
  const event = fc
    .record({
      kind: fc.constantFrom("self", "x", "y", "left", "remove", "final", "clear"),
      name,
      source,
      at: fc.integer({ min: 1, max: 99 }),
    })
    .map(({ kind, name, source, at }): Operation => {
      const stamp = { source, observed: at };
      if (kind === "remove" || kind === "final")
        return { ref, by: "event", kind: "remove", final: kind === "final", stamp };
      if (kind === "clear") return { ref, by: "event", kind, prefix: "members", stamp };
      if (kind === "self") return put("event", kind, name, source, at);
      return put("event", `members/${kind === "left" ? "x" : kind}`, kind === "left" ? null : kind, source, at);
    });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), truths, source, (events, truth, source) => {
      const after = join(join(undefined, events), repairs(join(undefined, events), truth, source, 100));
      assert.deepEqual(seen(after), truth);
      assert.deepEqual(repairs(after, truth, source, 200), []);
    }),
    { numRuns: 1000 },
  );
});

/** What a service does: each changes it, and is announced; `tick` says whether its clock has moved on since the last. */
const step = fc.record({ what: fc.constantFrom("name", "x", "y", "delete"), name, tick: fc.boolean() });

/** A service's history: what it has at its end, by its own time, and the events, oldest first. */
function history(steps: readonly { what: string; name: string; tick: boolean }[]) {
  let truth: Truth;
  let source = 1;
  const events: Operation[] = [];
  for (const [i, { what, name, tick }] of steps.entries()) {
    const at = 10 + i;
    if (tick) source++;
    if (!truth) {
      // A new resource of the old name has none of the old one's members, and says so.
      truth = { name, members: [] };
      events.push({ ref, by: "event", kind: "clear", prefix: "members", stamp: { source, observed: at } });
      events.push(put("event", "self", name, source, at));
    } else if (what === "delete") {
      truth = undefined;
      events.push({ ref, by: "event", kind: "remove", final: false, stamp: { source, observed: at } });
    } else if (what === "name") {
      truth = { ...truth, name };
      events.push(put("event", "self", name, source, at));
    } else {
      const there = truth.members.includes(what);
      const members = there ? truth.members.filter((one) => one !== what) : [...truth.members, what].toSorted();
      truth = { ...truth, members };
      events.push(put("event", `members/${what}`, there ? null : what, source, at));
    }
  }
  return { truth, source, events };
}

/** Some steps of a service, and for each event what becomes of it: a number below `fates`. */
const fated = (fates: number) =>
  fc
    .tuple(
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.array(fc.nat(fates - 1), { minLength: 20, maxLength: 20 }),
    )
    .map(([steps, fate]) => {
      const { truth, source, events } = history(steps);
      return { truth, source, of: (wanted: number) => events.filter((_, i) => fate[i] === wanted) };
    });

test("events that come after a listing that is newer than they are do not make the index say otherwise", () => {
  fc.assert(
    fc.property(fated(2), ({ truth, source, of }) => {
      const held = join(undefined, of(0));
      const synced = join(held, repairs(held, truth, source, 50));
      assert.deepEqual(seen(synced), truth);
      assert.deepEqual(seen(join(synced, of(1))), truth);
      assert.deepEqual(seen(join(synced, of(1).toReversed())), truth);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is lost and however late the rest comes, the listing after it makes the index right", () => {
  fc.assert(
    fc.property(fated(3), ({ truth, source, of }) => {
      const held = join(undefined, of(0));
      const synced = join(held, repairs(held, truth, source, 50));
      const later = join(synced, of(1));
      const again = join(later, repairs(later, truth, source, 60));
      assert.deepEqual(seen(again), truth);
      assert.deepEqual(repairs(again, truth, source, 70), []);
    }),
    { numRuns: 1000 },
  );
});
