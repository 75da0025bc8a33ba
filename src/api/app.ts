import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { SearchlightError } from "../errors.ts";
import type { Principal } from "../index/scope.ts";
import { readBody } from "./body.ts";
import { cursorsOf, type Cursors } from "./cursor.ts";
import type { Env } from "./env.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { crossOrigin, framed } from "./middleware.ts";
import { documentOf } from "./openapi.ts";
import { rememberedNames } from "./names/remembered.ts";
import type { NamingParts } from "./names/store.ts";
import type { ApiParts } from "./parts.ts";
import { decodedPath, pathOf } from "./path.ts";
import { tokenIn } from "./principal.ts";
import { errorOf, problemResponse } from "./problem.ts";
import { quotas } from "./quota.ts";
import { descriptionRoutes } from "./routes/description.ts";
import { exportRoute } from "./routes/export.ts";
import { facetsRoute } from "./routes/facets.ts";
import { fieldsRoute } from "./routes/fields.ts";
import { healthRoutes } from "./routes/health.ts";
import { loadedPluginsRoute } from "./routes/loaded-plugins.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { notificationsRoute } from "./routes/notifications.ts";
import { pluginsRoute } from "./routes/plugins.ts";
import { relatedRoute } from "./routes/related.ts";
import { resourcesRoute } from "./routes/resources.ts";
import type { Call, GuardedRoute, Route } from "./routes/route.ts";
import { searchRoute } from "./routes/search.ts";
import { suggestRoute } from "./routes/suggest.ts";
import { versionsAt, versionsRoute } from "./routes/versions.ts";
import { whenSent } from "./sent.ts";

export type App = Hono<Env>;

type NamedParts = ApiParts & NamingParts;

const routesOf = (parts: NamedParts, limits: Limits, cursors: Cursors): Route[] => [
  searchRoute({ ...parts, cursors }, limits),
  exportRoute({ ...parts, cursors }, limits),
  facetsRoute(parts, limits),
  suggestRoute(parts, limits),
  fieldsRoute(parts),
  pluginsRoute(parts),
  loadedPluginsRoute(parts),
  relatedRoute(parts, limits), // before the next one, whose {id} takes all the rest of a path
  resourcesRoute(parts, limits),
  notificationsRoute(parts.accept),
  ...healthRoutes(parts),
  metricsRoute(parts),
];

/** Who asks. @throws SearchlightError when that is nobody, nobody can say, or the route is not for them */
async function callerOf(c: Context<Env>, { admits, wants }: GuardedRoute, { identify }: ApiParts): Promise<Principal> {
  const principal = await identify(tokenIn(c.req.raw.headers));
  c.set("principal", principal);
  if (admits(principal)) return principal;
  throw new SearchlightError("forbidden", `That takes one of the roles ${wants} in the token's project`);
}

type Serving = { readonly parts: ApiParts; readonly limits: Limits; readonly quota: ReturnType<typeof quotas> };

async function handle(c: Context<Env>, route: Route, { parts, limits, quota }: Serving): Promise<Response> {
  const outgoing = c.env?.outgoing;
  const call: Call<undefined> = {
    principal: undefined,
    requestId: c.get("requestId"),
    method: c.req.method,
    url: new URL(c.req.url),
    path: decodedPath(c.req.path, route.path),
    headers: c.req.raw.headers,
    seen: ({ projectId }) => {
      if (projectId === null) c.set("allProjects", true);
    },
    body: () => readBody(c, route.bytes(limits)),
    signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(limits.searchMilliseconds)]),
    gone: c.req.raw.signal,
    cut: outgoing && (() => void outgoing.destroy()),
  };
  if (route.admits === "everybody") return route.handle(call);
  const principal = await callerOf(c, route, parts);
  const end = route.metered ? begun(c, principal, quota) : () => {};
  try {
    const answer = await route.handle({ ...call, principal });
    if (route.streams && call.method !== "HEAD") return whenSent(answer, call.gone, end);
    end();
    return answer;
  } catch (error) {
    end();
    throw error;
  }
}

/** Counts a request against its project's quota. @throws SearchlightError `too-many-requests` */
function begun(c: Context<Env>, { projectId }: Principal, quota: ReturnType<typeof quotas>): () => void {
  const turn = quota(projectId);
  c.set("quota", turn.headers);
  if (turn.wait === undefined) return turn.end;
  throw new SearchlightError("too-many-requests", `Your project ${turn.why}; try again in ${turn.wait} s`);
}

/** The address as the router takes it: `{id}` at the end is all of the rest, slashes too. */
const pattern = (path: string): string => path.replace(/\{(\w+)\}$/, ":$1{.+}").replace(/\{(\w+)\}/g, ":$1");

/** What lies behind an error that the caller gets a neutral sentence for; the words of our own errors hold no secret. */
const causeOf = ({ cause }: SearchlightError): string | undefined =>
  cause instanceof SearchlightError ? cause.message : undefined;

/** Nobody reads the answer to a caller who left; 499 is what proxies log for it. */
const GONE = 499;

function failed(thrown: unknown, c: Context<Env>, { log }: ApiParts): Response {
  if (c.req.raw.signal.aborted) return new Response(null, { status: GONE });
  const error = errorOf(thrown);
  const response = problemResponse(error, c.req.header("accept") ?? null);
  const requestId = c.get("requestId");
  if (error.code === "internal") log.error({ requestId, err: error.cause ?? error }, "a request failed: a defect");
  else if (response.status >= 500)
    log.error({ requestId, code: error.code, reason: error.message, cause: causeOf(error) }, "a request failed");
  return response;
}

const SEGMENTS = /^\/(v1|healthz|readyz|metrics|docs|openapi\.json)(\/|$)/;

function notThere(c: Context<Env>): Response {
  if (!SEGMENTS.test(c.req.path)) return versionsAt(new URL(c.req.url));
  const error = new SearchlightError("not-found", "There is nothing at this address; GET /docs says what there is");
  return problemResponse(error, c.req.header("accept") ?? null);
}

/**
 * The HTTP API. It answers everything that comes with a valid token and nothing else, but versions, health and its own
 * description.
 */
export function createApp(parts: ApiParts): App {
  const limits = { ...LIMITS, ...parts.limits };
  const app: App = new Hono<Env>({ getPath: (request) => pathOf(request.url) });
  app.use("*", framed(parts), crossOrigin);
  app.onError((thrown, c) => failed(thrown, c, parts));
  app.notFound(notThere);
  const routes = [
    ...routesOf({ ...parts, remembered: rememberedNames() }, limits, cursorsOf(parts.cursorKey ?? randomBytes(32))),
    versionsRoute,
    ...descriptionRoutes(() => document),
  ];
  const document = documentOf(routes);
  const serve = (methods: readonly string[], route: string, handler: (c: Context<Env>) => Promise<Response>): void => {
    const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
    const path = pattern(route);
    app.use(path, async (c, next) => (c.set("route", route), next()));
    app.on([...methods], path, handler);
    app.all(path, (c) => {
      const error = new SearchlightError("method-not-allowed", `This address takes ${allow}`);
      return problemResponse(error, c.req.header("accept") ?? null, { headers: { Allow: allow } });
    });
  };
  const serving: Serving = { parts, limits, quota: quotas(limits) };
  for (const route of routes) serve(route.methods, route.path, (c) => handle(c, route, serving));
  return app;
}
