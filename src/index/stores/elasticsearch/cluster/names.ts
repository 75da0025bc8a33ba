import { createHash } from "node:crypto";
import { SearchlightError } from "../../../../errors.ts";
import type { Catalog } from "../../../catalog.ts";

/**
 * The names of a type's index, and of the aliases in front of it. Readers and writers know the aliases only, so that a new
 * generation can be filled beside the old one and take its place.
 */
export type Names = {
  readonly base: string;
  readonly first: string;
  readonly read: string;
  readonly write: string;
};

/** `OS::Glance::Image` is `os-glance-image`. */
const slugOf = (type: string): string =>
  type
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** The names that belong to a type below a prefix. */
export function namesOf(prefix: string, type: string): Names {
  const base = `${prefix}-${slugOf(type)}`;
  return { base, first: generationIndex(base, 1), read: `${base}-read`, write: `${base}-write` };
}

/** The index of a type's generation, by its number; and back: undefined for any other name. */
export const generationIndex = (base: string, number: number): string => `${base}-${String(number).padStart(6, "0")}`;
export const generationNumber = (base: string, index: string): number | undefined =>
  index.startsWith(`${base}-`) && /^\d{6,}$/.test(index.slice(base.length + 1))
    ? Number(index.slice(base.length + 1))
    : undefined;

/**
 * The alias by which a generation is written to, and that no other ever has: a write that is meant for the state of one
 * generation never reaches another. No type's names have two hyphens in a row.
 */
export const ownAlias = (index: string): string => `${index}--write`;

/** Aliases that say: a rebuild holds writers off this generation (see `fence.ts`). */
export const fenceAlias = (index: string, token: string): string => `${index}--fence-${token}`;
export const isFence = (alias: string): boolean => alias.includes("--fence-");

/** The alias that reads every index below a prefix. */
export const everyAlias = (prefix: string): string => `${prefix}-all`;

/** The index of what is known of the others: a type has a letter or a digit, so no type's is called so. */
export const freshnessIndex = (prefix: string): string => `${prefix}--freshness`;

/** @throws SearchlightError `bad-configuration` when two types would share an index */
export function assertApart(catalog: Catalog): void {
  const owners = new Map<string, string>();
  for (const type of catalog.keys()) {
    const other = owners.get(slugOf(type));
    if (other !== undefined) {
      throw new SearchlightError("bad-configuration", `'${type}' and '${other}' would share an index: rename one`);
    }
    owners.set(slugOf(type), type);
  }
}

const MAX_BYTES = 512; // Elasticsearch's own limit for an _id

/**
 * The `_id` of a resource: its id, or a hash of it where Elasticsearch takes no such `_id`. No id of the first kind starts
 * like one of the second; JSON's text is hashed, for it keeps apart what UTF-8 does not.
 */
export const documentId = (id: string): string =>
  id !== "" && !id.startsWith("#") && id.isWellFormed() && Buffer.byteLength(id) <= MAX_BYTES
    ? id
    : `#${createHash("sha256").update(JSON.stringify(id)).digest("base64url")}`;
