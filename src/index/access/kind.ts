import type { Flaw } from "../flaw.ts";
import type { Fields } from "../json.ts";
import type { Resource } from "../resource.ts";
import type { Schema } from "../schema.ts";

/** Who may do something: everybody, or projects and users by their keys (see `key.ts`). */
export type Audience = "everybody" | readonly string[];

/** Who finds a resource in lists, and who reads it by id (always at least those). Administrators do both. */
export type Access = { readonly listedBy: Audience; readonly readBy: Audience };

/** What is added to what other rules grant; `nobody` takes away what they do. */
type Grant = Partial<Access> | "nobody";

/**
 * One kind of access rule. It grants; it never takes away what another grants, but for `nobody`.
 *
 * - `grants`: to whom, for one resource and the document that its parts make.
 * - `flaws`: what is wrong with what an author wrote; `all` is the whole of the access rules.
 */
export type AccessKind<Rule> = {
  readonly grants: (rule: Rule, resource: Resource, document: Fields) => Grant;
  readonly flaws: (rule: unknown, schema: Schema, all: object) => readonly Flaw[];
};
