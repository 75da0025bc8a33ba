import type { z } from "zod";
import type { ErrorCode } from "../../errors.ts";
import { mayRead, type Principal, type Scope } from "../../index/scope.ts";
import type { Limits } from "../limits.ts";

/** What a handler is told of a request whose caller was admitted. */
export type Call<P> = {
  readonly principal: P;
  readonly requestId: string;
  readonly method: string;
  readonly url: URL;
  /** Segments of the path, decoded, in the place of the route's `{names}`. */
  readonly path: readonly string[];
  readonly headers: Headers;
  readonly body: () => Promise<Uint8Array>;
  /** Has to be told under which scope the answer is: the log says who was answered from other projects. */
  readonly seen: (scope: Scope) => void;
  readonly signal: AbortSignal;
  /** Aborts when the caller is gone, however long the answer takes. */
  readonly gone: AbortSignal;
  /** Breaks the connection off, so that an answer begun is not taken for whole; there is none without a server. */
  readonly cut: (() => void) | undefined;
};

/**
 * What the OpenAPI document says of an operation. `query` and `body` are also what the handler reads by; `fails` is what
 * may go wrong besides the token. An answer's `headers` are names and what they say.
 */
export type Description = {
  readonly summary: string;
  readonly description?: string;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: {
    readonly schema: z.ZodType;
    readonly types: readonly string[];
    readonly examples?: Readonly<Record<string, object>>;
  };
  /** `types` are media types other than JSON. */
  readonly answers: readonly {
    readonly status: number;
    readonly says: string;
    readonly schema?: z.ZodType;
    readonly types?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
  }[];
  readonly fails: readonly ErrorCode[];
  /** Members that a 400 of this route may have besides those of every problem. */
  readonly tells?: z.ZodObject;
};

type Common = {
  readonly methods: readonly ("GET" | "POST")[];
  /** As OpenAPI writes it: `/v1/resources/{type}/{id}`; the last name takes the rest of the path. */
  readonly path: string;
  readonly says: Description;
  /** Which of the limits bounds the body. */
  readonly bytes: (limits: Limits) => number;
};

/** One address of the API that anybody may ask: the app serves it, and the document describes it. */
export type OpenRoute = Common & {
  readonly admits: "everybody";
  readonly handle: (call: Call<undefined>) => Promise<Response>;
};

/** One that takes a valid token, of somebody that it admits; `wants` names the roles. */
export type GuardedRoute = Common & {
  readonly admits: (principal: Principal) => boolean;
  readonly wants: string;
  /** Whether a request counts against its project's quota. */
  readonly metered: boolean;
  /** Whether its answers are long, and count as under way until they are sent. */
  readonly streams?: boolean;
  readonly handle: (call: Call<Principal>) => Promise<Response>;
};

export type Route = OpenRoute | GuardedRoute;

/** For routes that any role that may read is enough for. */
export const READERS = { admits: mayRead, wants: "reader, member or admin", metered: true };

/** For routes that take no body. */
export const NO_BODY = { bytes: () => 0 };

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
