import { SearchlightError } from "../errors.ts";
import { flawText, type Flaw } from "./flaw.ts";
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

/** What is wrong with a type's shared names: one that is none, is taken, or stands for no fitting field. */
export const sharedFlaws = ({ schema, shared = {} }: Omit<Sharing, "type">): Flaw[] =>
  Object.entries(shared).flatMap(([name, own]) => {
    const kinds: readonly FieldKind[] = Object.hasOwn(KINDS, name) ? KINDS[name as SharedName] : [];
    const field = Object.hasOwn(schema, own) ? schema[own] : undefined;
    const says =
      kinds.length === 0
        ? `is none of ${SHARED_NAMES.join(", ")}`
        : Object.hasOwn(schema, name)
          ? "is a field of the type itself; leave it out"
          : field === undefined || !kinds.includes(field.kind)
            ? `must name a ${kinds.join(" or ")} field of the type, and '${own}' is none`
            : undefined;
    return says === undefined ? [] : [{ at: `shared.${name}`, says }];
  });

/** @throws SearchlightError `bad-configuration` for shared names that have flaws */
export function assertShared(definition: Sharing): void {
  const [flaw] = sharedFlaws(definition);
  if (flaw) throw new SearchlightError("bad-configuration", `resource type '${definition.type}': ${flawText(flaw)}`);
}
