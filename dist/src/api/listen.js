import { Server as HttpServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { SearchlightError } from "../errors.js";
/** A client that does not say what it wants is not waited for. In milliseconds; idle ones outlast a proxy's minute. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };
function closing(server, grace) {
    return new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
            clearTimeout(cut);
            resolve();
        });
        server.closeIdleConnections();
    });
}
/**
 * Serves an app over HTTP; port 0 takes a free one.
 *
 * @throws SearchlightError `bad-configuration` when the address cannot be listened on
 */
export async function listen(app, { host, port }) {
    const server = createAdaptorServer({
        fetch: app.fetch,
        hostname: host,
        serverOptions: { ...TIMEOUTS, maxHeaderSize: 32_768 },
    });
    if (!(server instanceof HttpServer))
        throw new SearchlightError("internal", "not an HTTP/1 server");
    await new Promise((resolve, reject) => {
        server.once("error", (cause) => {
            const reason = `cannot listen on ${host} port ${port} (${cause.code}): free it, or choose another`;
            reject(new SearchlightError("bad-configuration", reason, { cause }));
        });
        server.listen(port, host, resolve);
    });
    const { port: actual } = server.address();
    const name = host.includes(":") ? `[${host}]` : host;
    return { url: `http://${name}:${actual}`, close: (grace = 10_000) => closing(server, grace) };
}
