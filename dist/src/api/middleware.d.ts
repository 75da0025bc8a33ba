import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";
import type { ApiParts } from "./parts.ts";
/** An id for every request, on its answer and in the log, and the headers that make an answer safe. */
export declare const framed: ({ log, answered }: Pick<ApiParts, "log" | "answered">) => MiddlewareHandler<Env>;
/** Pages of other origins may ask, with a token of their own: no cookie is ever looked at. */
export declare const crossOrigin: MiddlewareHandler;
