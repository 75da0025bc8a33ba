import { SearchlightError } from "../errors.js";
import { badRequest } from "./dialects/input.js";
/**
 * The body of a request, a GET's too: `@hono/node-server` gives those none, so it is read from Node's own message.
 *
 * @throws SearchlightError `too-large` beyond `limit` bytes
 */
export async function readBody({ env, req }, limit) {
    const encoding = req.header("content-encoding");
    if (encoding !== undefined && encoding !== "identity")
        throw badRequest("Content-Encoding", `'${encoding}' is not taken; send the body as it is`);
    const chunks = [];
    let size = 0;
    // A message left half read must not be destroyed: the answer goes out on the same connection.
    const source = env?.incoming?.iterator({ destroyOnReturn: false }) ?? req.raw.body ?? (async function* () { })();
    for await (const chunk of source) {
        size += chunk.byteLength;
        if (size > limit)
            throw new SearchlightError("too-large", `The body is larger than ${limit} bytes; send less at once`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** The text of a body. @throws SearchlightError `bad-request` for what is not UTF-8 */
export function textOf(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new SearchlightError("bad-request", "The body is not UTF-8 text", { cause });
    }
}
/** The value that a body of JSON says; an empty one says `{}`. @throws SearchlightError `bad-request` */
export function jsonOf(bytes) {
    const text = textOf(bytes);
    if (text.trim() === "")
        return {};
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new SearchlightError("bad-request", `The body is not JSON: ${reason}`, { cause });
    }
}
