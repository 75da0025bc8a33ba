/** The path of an address as routes know it: `/v1.0` is `/v1`, and a slash at the end is none. Still encoded. */
export declare function pathOf(url: string): string;
/**
 * The segments that stand where a template has `{names}`, decoded; the last one takes the rest, slashes too.
 *
 * @throws SearchlightError `bad-request` for a broken encoding
 */
export declare function decodedPath(path: string, template: string): string[];
