import type { Fields, Json } from "./json.ts";
import type { Schema } from "./schema.ts";
import type { SharedFields } from "./shared.ts";

/** Fields and the values that they must have: `{ visibility: "public" }`. */
export type Condition = { readonly [field: string]: Json };

/**
 * Who may see a resource of a type, as data.
 *
 * - `owner`: the field that holds the owning project's id; its people list and read it.
 * - `public`: when this holds, everybody lists and reads it.
 * - `byIdOnly`: when this holds, everybody reads it by id, but only its owner lists it.
 * - `sharedBy`: parts `<parts>/<project id>`: while `when` holds, a project whose part meets `accepted` lists and reads
 *   it; any other project with a part reads it by id only.
 * - `adminOnly`: nobody but an administrator sees anything of this type.
 */
export type AccessRule = {
  readonly owner?: string;
  readonly public?: Condition;
  readonly byIdOnly?: Condition;
  readonly sharedBy?: { readonly parts: string; readonly accepted: Condition; readonly when?: Condition };
  readonly adminOnly?: boolean;
};

/** A part below a prefix: `members/p1` is key `p1` below `members`. */
export type Row = { readonly key: string; readonly fields: Fields };

/** What the index must know of a resource type. A plugin is this and how its events are read. */
export type TypeDefinition = {
  readonly type: string;
  readonly schema: Schema;
  readonly access: AccessRule;
  /** What this type calls the fields that every type may have: `{ project_id: "owner" }`. Both names work. */
  readonly shared?: SharedFields;
  /** The date field that tells when a resource last changed, best first; ties in a ranking break by it. */
  readonly changed?: readonly string[];
  /** A boolean field: where it is true, the resource is left out of searches that do not name the field. */
  readonly hiddenBy?: string;
  /** What the parts below a prefix add to the document. */
  readonly join?: { readonly [prefix: string]: (rows: readonly Row[]) => Fields };
};
