import { Hono } from "hono";
import type { Env } from "./env.ts";
import type { ApiParts } from "./parts.ts";
export type App = Hono<Env>;
/**
 * The HTTP API. It answers everything that comes with a valid token and nothing else, but versions, health and its own
 * description.
 */
export declare function createApp(parts: ApiParts): App;
