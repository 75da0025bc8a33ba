import { createHash } from "node:crypto";
import { SearchlightError } from "../../../errors.js";
/** `OS::Glance::Image` is `os-glance-image`. */
const slugOf = (type) => type
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
/** The names that belong to a type below a prefix. */
export function namesOf(prefix, type) {
    const base = `${prefix}-${slugOf(type)}`;
    return { first: `${base}-000001`, read: `${base}-read`, write: `${base}-write` };
}
/** The alias that reads every index below a prefix. */
export const everyAlias = (prefix) => `${prefix}-all`;
/** The index of what is known of the others: a type has a letter or a digit, so no type's is called so. */
export const freshnessIndex = (prefix) => `${prefix}--freshness`;
/** @throws SearchlightError `bad-configuration` when two types would share an index */
export function assertApart(catalog) {
    const owners = new Map();
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
export const documentId = (id) => id !== "" && !id.startsWith("#") && id.isWellFormed() && Buffer.byteLength(id) <= MAX_BYTES
    ? id
    : `#${createHash("sha256").update(JSON.stringify(id)).digest("base64url")}`;
