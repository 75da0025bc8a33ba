import assert from "node:assert/strict";
import { entryOf } from "../../index/entry.ts";
import { isObject, type Fields, type Json } from "../../index/json.ts";
import type { Field, Schema } from "../../index/schema.ts";
import { valueOf } from "../../index/values.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import type { Samples } from "../samples.ts";
import type { Law } from "./law.ts";
import { saidOf, statesOf } from "./told.ts";

/** What is wrong with a field that was told, in words. */
function wrong(field: Field | undefined, name: string, value: Json): string | undefined {
  if (!field) return `'${name}' is told and is no field of the schema: declare it, or leave it out`;
  if (value === null) return undefined;
  if (field.kind === "open") return isObject(value) ? undefined : `'${name}' is open, and what is told is no object`;
  const items: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (field.fields) return wrongIn(field.fields, name, items);
  const bad = items.find((item) => item !== null && valueOf(field.kind, item) === undefined);
  return bad === undefined ? undefined : `'${name}' is told as ${JSON.stringify(bad)}, which is no ${field.kind}`;
}

/** What is wrong with the objects of a nested field. */
function wrongIn(fields: Schema, path: string, objects: readonly Json[]): string | undefined {
  for (const object of objects) {
    if (!isObject(object)) return `'${path}' is nested, and what is told is no object`;
    for (const [name, value] of Object.entries(object)) {
      const says = wrong(Object.hasOwn(fields, name) ? fields[name] : undefined, `${path}.${name}`, value);
      if (says !== undefined) return says;
    }
  }
  return undefined;
}

function assertFits({ schema }: ResourcePlugin, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    const says = wrong(Object.hasOwn(schema, name) ? schema[name] : undefined, name, value);
    if (says !== undefined) assert.fail(says);
  }
}

/** What is told is what the schema declares, and somebody sees it. */
export function fieldLaws(plugin: ResourcePlugin, samples: Samples): Law[] {
  const { type, access } = plugin;
  const puts = (): ReturnType<typeof saidOf> => saidOf(plugin, samples).filter(({ kind }) => kind !== "remove");
  const fits: Law = {
    title: `${type}: what its samples tell are fields of its schema, of their kind`,
    run: () => {
      for (const told of puts())
        if (told.kind === "put" && told.fields && !told.part.includes("/")) assertFits(plugin, told.fields);
    },
  };
  const seen: Law = {
    title: `${type}: somebody besides administrators sees what its samples tell of`,
    run: () => {
      const entries = [...statesOf(puts()).values()].flatMap((state) => entryOf(plugin, state) ?? []);
      if (entries.length === 0 || entries.some(({ access: { readBy } }) => readBy.length > 0)) return;
      assert.fail(`nobody sees any of them: is '${access.owner ?? access.self ?? "access"}' told?`);
    },
  };
  return access.adminOnly ? [fits] : [fits, seen];
}
