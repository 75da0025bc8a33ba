import { z } from "zod";
import { clearParts, isJson, putPart, remove, type Fields, type Json, type Told } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);
const Any = z.custom<Json>(isJson).nullable().default(null);

export const Named = z.object({ name: z.string().min(1).max(255) });

/** A value of a property's own kind, as text: defaults and choices are texts, numbers or truths. */
const textOf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

const Property = Named.extend({
  title: Word,
  description: Word,
  type: Word,
  default: Any,
  enum: z.array(Any).nullish(),
});
const Held = z.union([
  z.array(Named).transform((all) => all.map(({ name }) => name)),
  z.record(z.string(), z.unknown()).transform(Object.keys),
]);
const MetadefObject = Named.extend({
  description: Word,
  required: z.array(z.string()).nullish(),
  properties: Held.default([]),
});
const ResourceType = Named.extend({ prefix: Word, properties_target: Word });

/**
 * What a namespace holds, each by the prefix of its parts, and how one of them is read: the same from an event and from a
 * listing. Of an object's properties only the names are kept.
 */
export const HELD = {
  objects: (value: unknown): Fields => {
    const { required, properties, ...fields } = MetadefObject.parse(value);
    return { ...fields, required: required ?? [], properties: properties.toSorted() };
  },
  properties: (value: unknown): Fields => {
    const { default: preset, enum: choices, ...fields } = Property.parse(value);
    return { ...fields, default: preset === null ? null : textOf(preset), enum: (choices ?? []).map(textOf) };
  },
  resource_types: (value: unknown): Fields => ResourceType.parse(value),
  tags: (value: unknown): Fields => Named.parse(value),
} as const;

export type Parts = keyof typeof HELD;

const Child = Named.extend({ namespace: z.string().min(1).max(255), name_old: z.string().nullish() });

/** A namespace is gone. Nothing is told of what goes with it, and its name may be used again: then it must begin empty. */
export const emptied = (id: string, observed: number): Told[] => [
  remove(id, { source: 0, observed }, { final: false }),
  ...Object.keys(HELD).map((parts) => clearParts(id, parts, { source: 0, observed })),
];

/** One thing that a namespace holds was made, changed or deleted. It has no time of its own, or whole seconds: the later word is right. */
export function heldTold(parts: Parts, action: string | undefined, payload: unknown, observed: number): Told[] {
  const { namespace, name, name_old } = Child.parse(payload);
  const at = { source: 0, observed };
  const fields = action === "delete" ? null : HELD[parts](payload);
  const before = name_old && name_old !== name ? [putPart(namespace, `${parts}/${name_old}`, null, at)] : [];
  return [...before, putPart(namespace, `${parts}/${name}`, fields, at)];
}
