import type { Access, AccessKind } from "./access/kind.ts";
import type { Flaw } from "./flaw.ts";
import { type Fields } from "./json.ts";
import type { Resource } from "./resource.ts";
import type { Schema } from "./schema.ts";
export type { Access, Audience } from "./access/kind.ts";
/** Every kind of access rule, by the name that plugins call it. A new one is a file in `access` and a name here. */
declare const KINDS: {
    owner: AccessKind<string>;
    public: AccessKind<import("./access/condition.ts").Condition>;
    byIdOnly: AccessKind<import("./access/condition.ts").Condition>;
    sharedBy: AccessKind<import("./access/shared-by.ts").Sharing>;
    adminOnly: AccessKind<boolean>;
};
/** Who may see a resource of a type, as data: a rule of each kind, or of some (see the files of `access`). */
export type AccessRule = {
    readonly [name in keyof typeof KINDS]?: (typeof KINDS)[name] extends AccessKind<infer Rule> ? Rule : never;
};
/** Who may see this resource, by its type's rules. Deny by default: what no rule grants is nobody's. */
export declare function accessOf(rule: AccessRule, resource: Resource, document: Fields): Access;
/** What is wrong with a type's access rules. */
export declare function accessFlaws(rules: unknown, schema: Schema): Flaw[];
