import assert from "node:assert/strict";
import { catalogOf } from "../../index/catalog.ts";
import { isObject, type Fields, type Json } from "../../index/json.ts";
import { flatSchema } from "../../index/nested.ts";
import type { Operation } from "../../index/operation.ts";
import { memoryStore } from "../../index/stores/memory.ts";
import type { Schema } from "../../index/schema.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import { answersOf, membersOf } from "./answers.ts";
import type { Law } from "./law.ts";
import { saidOf } from "./told.ts";

const otherThan = (value: Json): Json =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${JSON.stringify(value)} and more`;

/** These fields, those for administrators exchanged, in the objects of nested ones too. */
function exchanged(schema: Schema, fields: Fields): Fields {
  const one = (name: string, value: Json): Json => {
    const field = schema[name];
    if (field?.admin) return otherThan(value);
    const inner = field?.fields;
    if (!inner) return value;
    const object = (item: Json): Json => (isObject(item) ? exchanged(inner, item) : item);
    return Array.isArray(value) ? (value as readonly Json[]).map(object) : object(value);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, one(name, value)]));
}

/** Prefixes whose parts only administrators are told of: a join that makes nothing but their fields. */
const hiddenPrefixes = ({ join = {}, schema }: ResourcePlugin): string[] =>
  Object.entries(join)
    .filter(([, made]) => Object.keys(made([{ key: "k", fields: {} }])).every((name) => schema[name]?.admin))
    .map(([prefix]) => prefix);

/** The same world, but for what only administrators may know. */
function otherWorld(plugin: ResourcePlugin, said: readonly Operation[]): Operation[] {
  const changed = said.map((told): Operation => {
    if (told.kind !== "put" || !told.fields || told.part.includes("/")) return told;
    return { ...told, fields: exchanged(plugin.schema, told.fields) };
  });
  const more = said.flatMap((told) =>
    hiddenPrefixes(plugin).map((prefix): Operation => {
      const { ref, by, stamp } = told;
      return { ref, by, stamp, kind: "put", part: `${prefix}/a-project-of-the-other-world`, fields: {} };
    }),
  );
  return [...changed, ...more];
}

/** Administrators' fields do not exist for others: whatever they hold, every answer to everybody else is the same. */
export function hiddenLaws(plugin: ResourcePlugin, samples: Samples): Law[] {
  if (!Object.values(flatSchema(plugin.type, plugin.schema)).some(({ admin }) => admin)) return [];
  const run = async (): Promise<void> => {
    const said = saidOf(plugin, samples).filter(({ kind }) => kind !== "remove");
    const people = membersOf(plugin, said);
    const answers = async (world: readonly Operation[]): Promise<unknown[]> => {
      const store = memoryStore(catalogOf([plugin]));
      await store.apply(world);
      return answersOf(store, plugin, said, people);
    };
    assert.deepEqual(await answers(otherWorld(plugin, said)), await answers(said));
  };
  return [{ title: `${plugin.type}: what administrators' fields hold changes no answer to anybody else`, run }];
}
