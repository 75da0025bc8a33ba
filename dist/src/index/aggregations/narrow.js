import { bindNarrower } from "../bind.js";
import { fieldNamed } from "../catalog.js";
import { isNumeric } from "../schema.js";
const ALL = { kind: "all" };
const NONE = { kind: "none" };
function bindOne(narrowing, definition, scope) {
    if (narrowing.kind === "query")
        return bindNarrower(narrowing.query, definition, scope);
    if (narrowing.kind === "types")
        return narrowing.types.includes(definition.type) ? ALL : NONE;
    const found = fieldNamed(definition, narrowing.field, scope);
    const missing = found ? { kind: "not", of: { kind: "exists", key: found.key } } : ALL;
    if (narrowing.kind === "missing")
        return missing;
    const numeric = found !== undefined && !found.open && isNumeric(found.field);
    if (narrowing.kind === "between") {
        const { from, to } = narrowing;
        const bounds = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) };
        return numeric ? { kind: "range", key: found.key, numbers: false, bounds } : NONE;
    }
    // A number is no text: what is 10 in one type is not "10" in another.
    const fits = found !== undefined && numeric === (typeof narrowing.value === "number");
    const equals = fits ? { kind: "terms", key: found.key, values: [narrowing.value] } : NONE;
    return narrowing.orMissing ? { kind: "or", of: [equals, missing], atLeast: 1 } : equals;
}
/** A path bound to one type and one caller: what engines narrow by. It scores nothing. */
export const bindPath = (path, definition, scope) => path.length === 0
    ? ALL
    : { kind: "filter", of: { kind: "and", of: path.map((one) => bindOne(one, definition, scope)) } };
