import { adminOnly } from "./access/admin-only.js";
import { byIdOnly } from "./access/by-id-only.js";
import { owner } from "./access/owner.js";
import { everybodys } from "./access/public.js";
import { sharedBy } from "./access/shared-by.js";
import { isObject } from "./json.js";
/** Every kind of access rule, by the name that plugins call it. A new one is a file in `access` and a name here. */
const KINDS = { owner, public: everybodys, byIdOnly, sharedBy, adminOnly };
const kindOf = (name) => Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
const NOBODY = { listedBy: [], readBy: [] };
const union = (audiences) => audiences.includes("everybody") ? "everybody" : [...new Set(audiences.flat())].toSorted();
/** Who may see this resource, by its type's rules. Deny by default: what no rule grants is nobody's. */
export function accessOf(rule, resource, document) {
    const listedBy = [];
    const readBy = [];
    for (const [name, value] of Object.entries(rule)) {
        const grant = kindOf(name)?.grants(value, resource, document) ?? "nobody";
        if (grant === "nobody")
            return NOBODY;
        if (grant.listedBy)
            listedBy.push(grant.listedBy);
        if (grant.readBy)
            readBy.push(grant.readBy);
    }
    return { listedBy: union(listedBy), readBy: union([...listedBy, ...readBy]) };
}
/** What is wrong with a type's access rules. */
export function accessFlaws(rules, schema) {
    const names = Object.keys(KINDS).join(", ");
    if (!isObject(rules))
        return [{ at: "access", says: `must be an object with some of ${names}` }];
    const given = Object.entries(rules);
    if (given.length === 0)
        return [{ at: "access", says: "nobody would see anything: name the field of the owning project as 'owner'" }];
    return given.flatMap(([name, value]) => {
        const kind = kindOf(name);
        return kind ? kind.flaws(value, schema, rules) : [{ at: `access.${name}`, says: `is none of ${names}` }];
    });
}
