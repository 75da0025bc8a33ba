import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { importPlugins } from "../../src/kit/import.ts";
import { lawsOf } from "../../src/kit/laws.ts";
import { sampleLaws, unsampled } from "../../src/kit/laws/samples.ts";
import { samplesIn } from "../../src/kit/samples.ts";
import { keyword, type Event, type ResourcePlugin, type Told } from "../../src/plugin.ts";

const TEMPLATE = join(import.meta.dirname, "../../template");
const [rocket] = (await importPlugins(`file://${TEMPLATE}/rocket.js`)) as [ResourcePlugin];
const samples = () => samplesIn(TEMPLATE);

/** The laws that do not hold, with what is said of each. */
async function broken(plugin: ResourcePlugin): Promise<string[]> {
  const all = [...lawsOf(plugin, { samples: samples(), stores: [], runs: 200 }), ...sampleLaws([plugin], samples())];
  const said: string[] = [];
  for (const { title, run } of all) {
    try {
      await run();
    } catch (error) {
      said.push(`${title}\n${String(error)}`);
    }
  }
  return said;
}

/** The same plugin, but for what it says of an event. */
const saying = (change: (told: Told, event: Event) => readonly Told[]): ResourcePlugin => ({
  ...rocket,
  apply: (event) => rocket.apply(event).flatMap((told) => change(told, event)),
});

const withFields = (told: Told, fields: Record<string, string | number | null>): Told =>
  told.kind === "put" ? { ...told, fields: { ...told.fields, ...fields } } : told;

let calls = 0;

/** [what an author did, the law that finds it out]. */
const FAULTY: [string, ResourcePlugin, RegExp][] = [
  [
    "counts what it was told",
    saying((told) => [withFields(told, { name: String(calls++) })]),
    /told twice, means something else/,
  ],
  [
    "changes the payload",
    {
      ...rocket,
      apply: (event) => {
        (event.payload as { name: string }).name = "mine";
        return rocket.apply(event);
      },
    },
    /is left as it was\nTypeError/,
  ],
  [
    "takes the order of arrival for a version",
    saying((told) => [{ ...told, stamp: { source: calls++, observed: told.stamp.observed } }]),
    /in any order, any number of times/,
  ],
  [
    "says of a deleted rocket what it was",
    saying((told, { payload, observed }) =>
      told.kind === "remove"
        ? [...rocket.apply({ eventType: "rocket.update", payload, observed: observed + 1 }), { ...told, final: false }]
        : [told],
    ),
    /nothing that came before a deletion brings/,
  ],
  [
    "tells a field that is not declared",
    saying((told) => [withFields(told, { colour: "red" })]),
    /'colour' is told and is no field/,
  ],
  [
    "tells a time that is none",
    saying((told) => [withFields(told, { created_at: "soon" })]),
    /"soon", which is no date/,
  ],
  [
    "tells no owner",
    saying((told) => [withFields(told, { project_id: null })]),
    /nobody sees any of them: is 'project_id' told/,
  ],
  [
    "shows everybody what administrators may know",
    {
      ...rocket,
      schema: { ...rocket.schema, crew: keyword({ admin: true }), crewed: keyword() },
      join: { crew: (rows) => ({ crewed: String(rows.length) }) },
      apply: (event) =>
        rocket.apply(event).flatMap((told): Told[] => {
          const { id, stamp } = told;
          if (told.kind !== "put") return [told];
          return [withFields(told, { crew: "hush" }), { kind: "put", id, stamp, part: "crew/a", fields: {} }];
        }),
      access: { owner: "crew" },
    },
    /what administrators' fields hold changes no answer/,
  ],
  [
    "trusts payloads",
    { ...rocket, apply: ({ payload }) => [(payload as { a: { b: Told } }).a.b] },
    /given anything, .*\n.*TypeError/s,
  ],
  [
    "means something else than its samples",
    saying((told) => [withFields(told, { name: "Soyuz" })]),
    /means what its sample says/,
  ],
];

describe("a plugin is found out that", () => {
  for (const [what, plugin, law] of FAULTY)
    test(what, async () => assert.match((await broken(plugin)).join("\n"), law));
});

test("what a new plugin begins with breaks no law, and has a sample of every event", async () => {
  assert.deepEqual(await broken(rocket), []);
  assert.deepEqual(unsampled([rocket], samples()), []);
  assert.deepEqual(unsampled([{ ...rocket, events: ["rocket.lost"] }], samples()), ["rocket.lost"]);
});
