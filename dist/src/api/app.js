import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { SearchlightError } from "../errors.js";
import { readBody } from "./body.js";
import { cursorsOf } from "./cursor.js";
import { docsPage } from "./docs.js";
import { LIMITS } from "./limits.js";
import { crossOrigin, framed } from "./middleware.js";
import { documentOf } from "./openapi.js";
import { decodedPath, pathOf } from "./path.js";
import { tokenIn } from "./principal.js";
import { errorOf, problemResponse } from "./problem.js";
import { quotas } from "./quota.js";
import { exportRoute } from "./routes/export.js";
import { facetsRoute } from "./routes/facets.js";
import { fieldsRoute } from "./routes/fields.js";
import { healthRoutes } from "./routes/health.js";
import { loadedPluginsRoute } from "./routes/loaded-plugins.js";
import { metricsRoute } from "./routes/metrics.js";
import { notificationsRoute } from "./routes/notifications.js";
import { pluginsRoute } from "./routes/plugins.js";
import { resourcesRoute } from "./routes/resources.js";
import { json } from "./routes/route.js";
import { searchRoute } from "./routes/search.js";
import { versionsAt } from "./routes/versions.js";
import { whenSent } from "./sent.js";
const routesOf = (parts, limits, cursors) => [
    searchRoute({ ...parts, cursors }, limits),
    exportRoute({ ...parts, cursors }, limits),
    facetsRoute(parts, limits),
    fieldsRoute(parts),
    pluginsRoute(parts),
    loadedPluginsRoute(parts),
    resourcesRoute(parts),
    notificationsRoute(parts.accept),
    ...healthRoutes(parts),
    metricsRoute(parts),
];
/** Who asks. @throws SearchlightError when that is nobody, nobody can say, or the route is not for them */
async function callerOf(c, { admits, wants }, { identify }) {
    const principal = await identify(tokenIn(c.req.raw.headers));
    c.set("principal", principal);
    if (admits(principal))
        return principal;
    throw new SearchlightError("forbidden", `That takes one of the roles ${wants} in the token's project`);
}
async function handle(c, route, { parts, limits, quota }) {
    const outgoing = c.env?.outgoing;
    const call = {
        principal: undefined,
        requestId: c.get("requestId"),
        method: c.req.method,
        url: new URL(c.req.url),
        path: decodedPath(c.req.path, route.path),
        headers: c.req.raw.headers,
        body: () => readBody(c, route.bytes(limits)),
        signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(limits.searchMilliseconds)]),
        gone: c.req.raw.signal,
        cut: outgoing && (() => void outgoing.destroy()),
    };
    if (route.admits === "everybody")
        return route.handle(call);
    const principal = await callerOf(c, route, parts);
    const end = route.metered ? begun(c, principal, quota) : () => { };
    try {
        const answer = await route.handle({ ...call, principal });
        if (route.streams && call.method !== "HEAD")
            return whenSent(answer, call.gone, end);
        end();
        return answer;
    }
    catch (error) {
        end();
        throw error;
    }
}
/** Counts a request against its project's quota. @throws SearchlightError `too-many-requests` */
function begun(c, { projectId }, quota) {
    const turn = quota(projectId);
    c.set("quota", turn.headers);
    if (turn.wait === undefined)
        return turn.end;
    throw new SearchlightError("too-many-requests", `Your project ${turn.why}; try again in ${turn.wait} s`);
}
/** The address as the router takes it: `{id}` at the end is all of the rest, slashes too. */
const pattern = (path) => path.replace(/\{(\w+)\}$/, ":$1{.+}").replace(/\{(\w+)\}/g, ":$1");
/** What lies behind an error that the caller gets a neutral sentence for; the words of our own errors hold no secret. */
const causeOf = ({ cause }) => cause instanceof SearchlightError ? cause.message : undefined;
/** Nobody reads the answer to a caller who left; 499 is what proxies log for it. */
const GONE = 499;
function failed(thrown, c, { log }) {
    if (c.req.raw.signal.aborted)
        return new Response(null, { status: GONE });
    const error = errorOf(thrown);
    const response = problemResponse(error, c.req.header("accept") ?? null);
    const requestId = c.get("requestId");
    if (error.code === "internal")
        log.error({ requestId, err: error.cause ?? error }, "a request failed: a defect");
    else if (response.status >= 500)
        log.error({ requestId, code: error.code, reason: error.message, cause: causeOf(error) }, "a request failed");
    return response;
}
const SEGMENTS = /^\/(v1|healthz|readyz|metrics|docs|openapi\.json)(\/|$)/;
function notThere(c) {
    if (!SEGMENTS.test(c.req.path))
        return versionsAt(new URL(c.req.url));
    const error = new SearchlightError("not-found", "There is nothing at this address; GET /docs says what there is");
    return problemResponse(error, c.req.header("accept") ?? null);
}
/**
 * The HTTP API. It answers everything that comes with a valid token and nothing else, but versions, health and its own
 * description.
 */
export function createApp(parts) {
    const limits = { ...LIMITS, ...parts.limits };
    const app = new Hono({ getPath: (request) => pathOf(request.url) });
    app.use("*", framed(parts), crossOrigin);
    app.onError((thrown, c) => failed(thrown, c, parts));
    app.notFound(notThere);
    const routes = routesOf(parts, limits, cursorsOf(parts.cursorKey ?? randomBytes(32)));
    const serve = (methods, route, handler) => {
        const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
        const path = pattern(route);
        app.use(path, async (c, next) => (c.set("route", route), next()));
        app.on([...methods], path, handler);
        app.all(path, (c) => {
            const error = new SearchlightError("method-not-allowed", `This address takes ${allow}`);
            return problemResponse(error, c.req.header("accept") ?? null, { headers: { Allow: allow } });
        });
    };
    const serving = { parts, limits, quota: quotas(limits) };
    for (const route of routes)
        serve(route.methods, route.path, (c) => handle(c, route, serving));
    const document = documentOf(routes);
    serve(["GET"], "/openapi.json", async () => json(document));
    serve(["GET"], "/docs", async () => docsPage(document));
    return app;
}
