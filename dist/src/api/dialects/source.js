import { z } from "zod";
import { isObject } from "../../index/json.js";
import { matcherOf, parsePattern } from "../../index/pattern.js";
import { asList, oneOrMore } from "./dsl/clause.js";
import { badRequest } from "./input.js";
const names = oneOrMore(z.string().max(256));
/** Which fields of the documents to return: names with `*`, or true and false for all and none. */
export const sourceSchema = z.union([
    z.boolean(),
    names,
    z.strictObject({
        include: names.optional(),
        includes: names.optional(),
        exclude: names.optional(),
        excludes: names.optional(),
    }),
], { error: 'must be a field, a list of fields, {"include": …, "exclude": …}, true or false' });
const anyOf = (patterns) => {
    const tests = patterns.map((pattern) => matcherOf(parsePattern(pattern)));
    return (path) => tests.some((test) => test(path));
};
/** The part of a value that is wanted; undefined for none. `inside` says that what holds it was named. */
function pick(value, path, wanted, unwanted, inside) {
    if (unwanted(path))
        return undefined;
    const here = inside || wanted(path);
    if (Array.isArray(value) && value.some(isObject)) {
        const items = value.flatMap((item) => pick(item, path, wanted, unwanted, here) ?? []);
        return here || items.length > 0 ? items : undefined;
    }
    if (!isObject(value))
        return here ? value : undefined;
    const kept = pickFields(value, `${path}.`, wanted, unwanted, here);
    return here || Object.keys(kept).length > 0 ? kept : undefined;
}
function pickFields(source, prefix, wanted, unwanted, inside) {
    return Object.fromEntries(Object.entries(source).flatMap(([name, value]) => {
        const picked = pick(value, prefix + name, wanted, unwanted, inside);
        return picked === undefined ? [] : [[name, picked]];
    }));
}
/** Reads `_source`. A name stands for all below it: `properties` is `properties.*`. */
export function readSource(given, at) {
    if (given === false)
        return undefined;
    if (given === undefined || given === null || given === true)
        return (source) => source;
    const { include, includes, exclude, excludes } = typeof given === "object" && !Array.isArray(given) ? given : { include: given };
    const wanted = [...asList(include), ...asList(includes)];
    const unwanted = [...asList(exclude), ...asList(excludes)];
    if (wanted.length + unwanted.length > 1000)
        throw badRequest(at, "names more than 1,000 fields");
    const [test, never] = [anyOf(wanted), anyOf(unwanted)];
    return (source) => pickFields(source, "", test, never, wanted.length === 0);
}
