import { knownKinds } from "./context.js";
import { badRequest } from "./input.js";
/** Names that mean all the text there is; `_all` is what it was called before Elasticsearch 6. */
export const isAnyField = (name) => name === "*" || name === "_all" || name === "*.*";
/** One of a list of fields, as clients write it: `name`, or `name^4` for a match that counts four times. */
function oneOf(context, text, at, lenient) {
    const [, name = text, boost] = /^(.+?)(?:\^(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
    if (name.includes("*"))
        throw badRequest(at, `'${name}': name the fields, or '*' for all of them`);
    if (lenient && context.kindsOf(name).size === 0)
        return [];
    knownKinds(context, name, at);
    return [{ name, ...(boost === undefined ? {} : { weight: Number(boost) }) }];
}
/**
 * The fields to look in; none named means everywhere. `lenient` leaves out fields that do not exist.
 *
 * @throws SearchlightError `unknown-field`
 */
export function fieldNames(context, names, at, lenient = false) {
    if (names.length === 0 || names.some((name) => isAnyField(name.replace(/\^[\d.]+$/, ""))))
        return "any";
    context.spend(names.length - 1, at);
    return names.flatMap((name) => oneOf(context, name, at, lenient));
}
