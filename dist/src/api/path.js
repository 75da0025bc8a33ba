import { badRequest } from "./dialects/input.js";
/** The path of an address as routes know it: `/v1.0` is `/v1`, and a slash at the end is none. Still encoded. */
export function pathOf(url) {
    const { pathname } = new URL(url);
    const path = pathname.replace(/^\/v1\.0(?=\/|$)/, "/v1").replace(/\/+$/, "");
    return path === "" ? "/" : path;
}
/**
 * The segments that stand where a template has `{names}`, decoded; the last one takes the rest, slashes too.
 *
 * @throws SearchlightError `bad-request` for a broken encoding
 */
export function decodedPath(path, template) {
    const names = template.split("/");
    const given = path.split("/");
    const last = names.length - 1;
    const segments = names.map((_, i) => (i === last ? given.slice(i).join("/") : (given[i] ?? "")));
    try {
        return segments.filter((_, i) => names[i].startsWith("{")).map(decodeURIComponent);
    }
    catch {
        throw badRequest("path", "a percent sign starts an encoded byte (%2F is a slash, %25 the sign itself)");
    }
}
