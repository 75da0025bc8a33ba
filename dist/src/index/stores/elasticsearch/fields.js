import { ADMIN_WORDS, ANY_WORDS } from "../../entry.js";
import { isNumeric } from "../../schema.js";
/** A name with nothing in it that means something to Elasticsearch. */
const plain = (name) => encodeURIComponent(name).replaceAll(".", "%2E").replaceAll("*", "%2A");
/** `k.name`, `ka.secret`. */
export const columnOf = (column, name, admin) => `${column}${admin ? "a" : ""}.${plain(name)}`;
/** Ends the name of an open map's entry; no name holds one. */
const NUL = "\u0000";
const whole = (field, numeric = false) => ({ match: field, lead: "", values: field, numeric });
function entryPlace(map, name, admin) {
    const column = (column) => columnOf(column, map, admin);
    const open = { name, map: column("o"), numbers: column("q"), names: column("k") };
    return { match: column("p"), lead: name + NUL, values: `${open.map}.${name}`, numeric: false, open };
}
/** Where a key of a type's entries is kept. A key that the type has not is a field that no document has. */
export function placeOf({ schema }, key) {
    if (key === "_id")
        return whole("id");
    if (key === "_type")
        return whole("type");
    const own = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (own)
        return whole(columnOf(isNumeric(own) ? "n" : "k", key, own.admin), isNumeric(own));
    for (const [map, field] of Object.entries(schema)) {
        if (field.kind !== "open" || !key.startsWith(`${map}.`))
            continue;
        return entryPlace(map, key.slice(map.length + 1), field.admin);
    }
    return whole(columnOf("k", key, false));
}
/**
 * The field to sort by, under one name for all types: a sort names one field for all the indices. Where a type has it under
 * another name, the shared one is an alias of it (see `mapping.ts`).
 */
export function sortPlace(definition, { key, field, as }) {
    return as === key ? placeOf(definition, key) : whole(sharedColumn(as, field), isNumeric(field));
}
/** Where a shared name that stands for this field is kept. */
export const sharedColumn = (name, field) => columnOf(isNumeric(field) ? "n" : "k", name, field.admin);
const isAdmin = ({ schema }, key) => key === ADMIN_WORDS || (key !== ANY_WORDS && Object.hasOwn(schema, key) && schema[key].admin);
/** Where a text field's words (`w`), their runs (`r`) or folded values (`f`) are kept. */
export const textColumn = (definition, column, key) => columnOf(column, key, isAdmin(definition, key));
const bits = new DataView(new ArrayBuffer(8));
/** A number as 16 hexadecimal digits that sort as numbers do. */
export function numberKey(value) {
    bits.setFloat64(0, value + 0); // -0 becomes 0, which it equals
    const raw = bits.getBigUint64(0);
    const ordered = raw >> 63n === 1n ? ~raw & 0xffffffffffffffffn : raw | (1n << 63n);
    return ordered.toString(16).padStart(16, "0");
}
