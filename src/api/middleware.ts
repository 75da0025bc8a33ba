import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Env } from "./env.ts";
import type { ApiParts } from "./parts.ts";

/** Answers are for the caller alone, and are no page: nothing may keep, frame or run them. */
const SECURITY: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

const GLOBAL_ID = /^req-[0-9a-f-]{36}$/;

/** An id for every request, on its answer and in the log, and the headers that make an answer safe. */
export const framed =
  ({ log, answered }: Pick<ApiParts, "log" | "answered">): MiddlewareHandler<Env> =>
  async (c, next) => {
    const started = performance.now();
    const requestId = `req-${randomUUID()}`;
    c.set("requestId", requestId);
    await next();
    // Not by `c.header`: of an answer that is made, it makes another for each, whose body is a stream.
    const { headers } = c.res;
    for (const [name, value] of Object.entries(SECURITY)) if (!headers.has(name)) headers.set(name, value);
    for (const [name, value] of Object.entries(c.get("quota") ?? {})) headers.set(name, value);
    headers.set("x-openstack-request-id", requestId);
    headers.append("Vary", "Accept, Authorization, X-Auth-Token");
    const global = c.req.header("x-openstack-request-id") ?? "";
    const { userId, projectId } = c.get("principal") ?? {};
    const milliseconds = performance.now() - started;
    const { method } = c.req;
    answered?.({ method, route: c.get("route"), status: c.res.status, seconds: milliseconds / 1000 });
    log.info(
      {
        requestId,
        ...(GLOBAL_ID.test(global) ? { globalRequestId: global } : {}),
        method,
        path: c.req.path,
        status: c.res.status,
        milliseconds: Math.round(milliseconds),
        ...(userId === undefined ? {} : { userId, projectId }),
        ...(c.get("allProjects") && { audit: "all projects" }),
      },
      "request",
    );
  };

const EXPOSED = ["X-OpenStack-Request-ID", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"];

const preflight = cors({
  origin: "*",
  allowHeaders: ["X-Auth-Token", "X-OpenStack-Request-ID", "Authorization", "Content-Type"],
  allowMethods: ["GET", "POST"],
  exposeHeaders: EXPOSED,
  maxAge: 3600,
});

/** Pages of other origins may ask, with a token of their own: no cookie is ever looked at. */
export const crossOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "OPTIONS") return preflight(c, next);
  await next();
  c.res.headers.set("Access-Control-Allow-Origin", "*");
  c.res.headers.set("Access-Control-Expose-Headers", EXPOSED.join(","));
  return undefined;
};
