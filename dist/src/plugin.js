import { isJson } from "./index/json.js";
import { SELF } from "./index/resource.js";
import { microseconds } from "./index/values.js";
export { boolean, date, double, keyword, long, open, text, version } from "./index/schema.js";
export { isJson };
/** Which kit this is. It grows without changing the number; a plugin for another number is refused. */
export const KIT = 1;
/** What was told, by an event or by a listing, as an operation on a resource of this type. */
export const operationOf = (type, by, { id, ...told }) => ({
    ...told,
    ref: { type, id },
    by,
});
/** Checks nothing at run time; gives authors the types. */
export const definePlugin = (plugin) => plugin;
/**
 * A version: the service's own time of the change where it tells one (null and undefined are none), then when it was
 * observed. Where the service counts changes instead, write `{ source: revision_number, observed }`.
 */
export const stamp = (observed, ...times) => {
    const time = times.find((candidate) => candidate !== null && candidate !== undefined && candidate !== "");
    return { source: microseconds(time ?? "") ?? 0, observed };
};
/** The resource exists and its own fields are these, all of them: a field left out is gone. */
export const put = (id, fields, at) => ({
    kind: "put",
    id,
    part: SELF,
    fields,
    stamp: at,
});
/** A part of the resource (`members/<project>`, `listed`) is this; null says that it is gone. */
export const putPart = (id, part, fields, at) => ({
    kind: "put",
    id,
    part,
    fields,
    stamp: at,
});
/** Every part below a prefix is gone. */
export const clearParts = (id, prefix, at) => ({ kind: "clear", id, prefix, stamp: at });
/** The resource is gone. `final`: its id is never used again, so no other event brings it back. */
export const remove = (id, at, { final }) => ({
    kind: "remove",
    id,
    final,
    stamp: at,
});
