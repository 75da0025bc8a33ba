import type { Context } from "hono";
import type { Env } from "./env.ts";
/**
 * The body of a request, a GET's too: `@hono/node-server` gives those none, so it is read from Node's own message.
 *
 * @throws SearchlightError `too-large` beyond `limit` bytes
 */
export declare function readBody({ env, req }: Context<Env>, limit: number): Promise<Uint8Array>;
/** The text of a body. @throws SearchlightError `bad-request` for what is not UTF-8 */
export declare function textOf(bytes: Uint8Array): string;
/** The value that a body of JSON says; an empty one says `{}`. @throws SearchlightError `bad-request` */
export declare function jsonOf(bytes: Uint8Array): unknown;
