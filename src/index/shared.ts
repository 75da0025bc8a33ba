import { SearchlightError } from "../errors.ts";
import type { FieldKind, Schema } from "./schema.ts";

/**
 * Names that mean the same in every type, whatever its service calls the field, and the kinds that fields of the name are:
 * queries, sorts and counts by them span types. A type that has the field under the name itself declares nothing.
 */
const KINDS = {
  name: ["text", "keyword"],
  status: ["keyword"],
  project_id: ["keyword"],
  created_at: ["date"],
  updated_at: ["date"],
  tags: ["keyword"],
} as const satisfies Readonly<Record<string, readonly FieldKind[]>>;

export type SharedName = keyof typeof KINDS;

/** Shared names, and what a type calls these fields itself: `{ project_id: "owner" }`. */
export type SharedFields = { readonly [name in SharedName]?: string };

export const SHARED_NAMES = Object.keys(KINDS) as readonly SharedName[];

/** The type's own field that a shared name stands for; undefined where the name is no shared one of this type. */
export const ownName = ({ shared }: { readonly shared?: SharedFields }, name: string): string | undefined =>
  shared && Object.hasOwn(shared, name) ? shared[name as SharedName] : undefined;

type Sharing = { readonly type: string; readonly schema: Schema; readonly shared?: SharedFields };

/** @throws SearchlightError `bad-configuration` for a shared name that is none, is taken, or stands for no fitting field */
export function assertShared({ type, schema, shared = {} }: Sharing): void {
  for (const [name, own] of Object.entries(shared)) {
    const kinds: readonly FieldKind[] = Object.hasOwn(KINDS, name) ? KINDS[name as SharedName] : [];
    const field = Object.hasOwn(schema, own) ? schema[own] : undefined;
    const wrong =
      kinds.length === 0
        ? `is none of ${SHARED_NAMES.join(", ")}`
        : Object.hasOwn(schema, name)
          ? "is a field of the type itself; leave it out"
          : field === undefined || !kinds.includes(field.kind)
            ? `must name a ${kinds.join(" or ")} field of the type, and '${own}' is none`
            : undefined;
    if (wrong !== undefined)
      throw new SearchlightError("bad-configuration", `resource type '${type}': shared name '${name}' ${wrong}`);
  }
}
