import type { TypeDefinition } from "./definition.ts";
import type { Entry } from "./entry.ts";
import { hashOf, type Fields } from "./json.ts";
import { withoutAdmin } from "./nested.ts";
import type { Field, Schema } from "./schema.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./values.ts";

/**
 * One resource as a caller sees it.
 *
 * - `source`: the document, without what the caller may not see.
 * - `changed`: microseconds since 1970 of the last change that the document itself tells; 0 when it tells none.
 * - `sort`: its values of the keys sorted by; null where it has none.
 * - `names`: how what it refers to is called now, as the caller may see that: no part of the document, and no store tells it.
 */
export type Hit = {
  readonly type: string;
  readonly id: string;
  readonly score: number;
  readonly source: Fields;
  readonly changed: number;
  readonly sort: readonly (Value | null)[];
  readonly names?: Fields;
};

const keeping = new WeakMap<Schema, readonly string[]>();

/** The names of a schema's fields that are for administrators alone, or hold some that are. */
function keptBack(schema: Schema): readonly string[] {
  const holds = ({ fields = {} }: Field): boolean => Object.values(fields).some(({ admin }) => admin);
  const known =
    keeping.get(schema) ?? Object.keys(schema).filter((name) => schema[name]!.admin || holds(schema[name]!));
  keeping.set(schema, known);
  return known;
}

/** The document without administrators' fields, for anybody else: most have none, and are seen as they are. */
function visible(definition: TypeDefinition, source: Fields, scope: Scope): Fields {
  if (scope.admin) return source;
  if (!keptBack(definition.schema).some((name) => Object.hasOwn(source, name))) return source;
  const shown = Object.entries(source).filter(([name]) => !definition.schema[name]?.admin);
  return Object.fromEntries(
    shown.map(([name, value]) => {
      const fields = definition.schema[name]?.fields;
      return [name, fields ? withoutAdmin(value, fields) : value];
    }),
  );
}

/**
 * A whole number below 2^53, made only from what the caller sees of a resource: it grows with the service's own time and differs,
 * but for one chance in a million, whenever the visible document does. Whole seconds of the last change that the document itself
 * tells, above 20 bits of its hash.
 */
export const versionOf = ({ source, changed }: Pick<Hit, "source" | "changed">): number =>
  Math.min(Math.max(Math.floor(changed / 1e6), 0), 2 ** 32) * 2 ** 20 +
  (Number.parseInt(hashOf(source).slice(0, 8), 16) % 2 ** 20);

/** An entry as a caller sees it. The only way from the index to an answer. */
export function hitOf(
  definition: TypeDefinition,
  entry: Pick<Entry, "ref" | "source" | "changed">,
  scope: Scope,
  score = 0,
  sort: readonly (Value | null)[] = [],
): Hit {
  const source = visible(definition, entry.source, scope);
  const { ref, changed } = entry;
  return { type: ref.type, id: ref.id, score, source, changed, sort };
}
