import type { AccessRule, Condition } from "./definition.ts";
import type { Fields } from "./json.ts";
import type { Resource } from "./resource.ts";

/** The projects that may do something, or everybody. */
export type Audience = "everybody" | readonly string[];

/** Who finds a resource in lists, and who reads it by id (always at least those). Administrators do both. */
export type Access = { readonly listedBy: Audience; readonly readBy: Audience };

const meets = (fields: Fields, condition: Condition | undefined): boolean =>
  condition !== undefined && Object.entries(condition).every(([name, value]) => fields[name] === value);

const NOBODY: Access = { listedBy: [], readBy: [] };

/** Who may see this resource, by its type's rule. Deny by default: what no rule grants is nobody's. */
export function accessOf(rule: AccessRule, resource: Resource, document: Fields): Access {
  if (rule.adminOnly) return NOBODY;
  if (meets(document, rule.public)) return { listedBy: "everybody", readBy: "everybody" };
  const owner = rule.owner === undefined ? undefined : document[rule.owner];
  const listed = new Set(typeof owner === "string" && owner !== "" ? [owner] : []);
  const read = new Set(listed);
  const shared = rule.sharedBy;
  if (shared && (shared.when === undefined || meets(document, shared.when))) {
    for (const [name, { fields }] of Object.entries(resource.parts)) {
      if (!fields || !name.startsWith(`${shared.parts}/`)) continue;
      const project = name.slice(shared.parts.length + 1);
      read.add(project);
      if (meets(fields, shared.accepted)) listed.add(project);
    }
  }
  const listedBy = [...listed].toSorted();
  return { listedBy, readBy: meets(document, rule.byIdOnly) ? "everybody" : [...read].toSorted() };
}
