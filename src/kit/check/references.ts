import type { Flaw } from "../../index/flaw.ts";
import { isObject } from "../../index/json.ts";
import type { FieldKind, Schema } from "../../index/schema.ts";
import { sharedFlaws } from "../../index/shared.ts";

/** Where fields are named, and of what kind they must be there. */
function namesFlaw(at: string, name: unknown, kind: FieldKind, schema: Schema): Flaw[] {
  const field = typeof name === "string" && Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (field?.kind !== kind)
    return [{ at, says: `must name a ${kind} field of the schema, and '${String(name)}' is none` }];
  if (!field.admin) return [];
  return [
    { at, says: `'${String(name)}' is for administrators alone, and the order of what others find would tell of it` },
  ];
}

/** What a join adds without parts, and with one: fields of the schema. */
function joinFlaws(at: string, join: unknown, schema: Schema): Flaw[] {
  if (typeof join !== "function") return [{ at, says: "must be a function of rows" }];
  try {
    const added: unknown = join([]);
    if (!isObject(added)) return [{ at, says: "must return fields: { members: […] }, or {} when there are none" }];
    const unknown = Object.keys(added).filter((name) => !Object.hasOwn(schema, name));
    return unknown.map((name) => ({ at, says: `adds '${name}', which is no field of the schema` }));
  } catch (error) {
    return [{ at, says: `fails for a resource without such parts: ${String(error)}` }];
  }
}

/** What is wrong with the fields that other parts of a plugin name. `schema` has no flaws. */
export function referenceFlaws(plugin: Readonly<Record<string, unknown>>, schema: Schema): Flaw[] {
  const { changed = [], hiddenBy, shared = {}, join = {} } = plugin;
  return [
    ...(Array.isArray(changed)
      ? changed.flatMap((name, i) => namesFlaw(`changed.${i}`, name, "date", schema))
      : [{ at: "changed", says: "must be a list of date fields" }]),
    ...(hiddenBy === undefined ? [] : namesFlaw("hiddenBy", hiddenBy, "boolean", schema)),
    ...(isObject(shared) && Object.values(shared).every((name) => typeof name === "string")
      ? sharedFlaws({ schema, shared })
      : [{ at: "shared", says: 'must be shared names and fields, as in { project_id: "owner" }' }]),
    ...(isObject(join)
      ? Object.entries(join).flatMap(([prefix, one]) => joinFlaws(`join.${prefix}`, one, schema))
      : [{ at: "join", says: "must be functions by prefix of parts" }]),
  ];
}
