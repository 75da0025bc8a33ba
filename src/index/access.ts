import { adminOnly } from "./access/admin-only.ts";
import { byIdOnly } from "./access/by-id-only.ts";
import type { Access, AccessKind, Audience } from "./access/kind.ts";
import { owner } from "./access/owner.ts";
import { everybodys } from "./access/public.ts";
import { self } from "./access/self.ts";
import { sharedBy } from "./access/shared-by.ts";
import type { Flaw } from "./flaw.ts";
import { isObject, type Fields } from "./json.ts";
import type { Resource } from "./resource.ts";
import type { Schema } from "./schema.ts";

export type { Access, Audience } from "./access/kind.ts";

/** Every kind of access rule, by the name that plugins call it. A new one is a file in `access` and a name here. */
const KINDS = { owner, self, public: everybodys, byIdOnly, sharedBy, adminOnly };

/** Who may see a resource of a type, as data: a rule of each kind, or of some (see the files of `access`). */
export type AccessRule = {
  readonly [name in keyof typeof KINDS]?: (typeof KINDS)[name] extends AccessKind<infer Rule> ? Rule : never;
};

const kindOf = (name: string): AccessKind<never> | undefined =>
  Object.hasOwn(KINDS, name) ? KINDS[name as keyof typeof KINDS] : undefined;

const NOBODY: Access = { listedBy: [], readBy: [] };

/** Everybody that any of these names, each once, in order. */
function union(audiences: readonly Audience[]): Audience {
  if (audiences.includes("everybody")) return "everybody";
  const all = (audiences as readonly (readonly string[])[]).flat();
  return all.length > 1 ? [...new Set(all)].toSorted() : all;
}

/** Who may see this resource, by its type's rules. Deny by default: what no rule grants is nobody's. */
export function accessOf(rule: AccessRule, resource: Resource, document: Fields): Access {
  const listedBy: Audience[] = [];
  const readBy: Audience[] = [];
  for (const name in rule) {
    const grant = kindOf(name)?.grants(rule[name as keyof AccessRule] as never, resource, document) ?? "nobody";
    if (grant === "nobody") return NOBODY;
    if (grant.listedBy) listedBy.push(grant.listedBy);
    if (grant.readBy) readBy.push(grant.readBy);
  }
  const listing = union(listedBy);
  return { listedBy: listing, readBy: readBy.length === 0 ? listing : union([listing, ...readBy]) };
}

/** What is wrong with a type's access rules. */
export function accessFlaws(rules: unknown, schema: Schema): Flaw[] {
  const names = Object.keys(KINDS).join(", ");
  if (!isObject(rules)) return [{ at: "access", says: `must be an object with some of ${names}` }];
  const given = Object.entries(rules);
  if (given.length === 0)
    return [{ at: "access", says: "nobody would see anything: name the field of the owning project as 'owner'" }];
  return given.flatMap(([name, value]) => {
    const kind = kindOf(name);
    return kind ? kind.flaws(value, schema, rules) : [{ at: `access.${name}`, says: `is none of ${names}` }];
  });
}
