import type { HttpBindings } from "@hono/node-server";
import type { Principal } from "../index/scope.ts";

/**
 * What travels with a request. The request as Node has it is not there when the app is called without a server; who asks
 * is known once the caller was identified; `quota` are headers that tell what is left of theirs; `route` is the address as
 * it is described; `allProjects` says that the answer is not of the caller's project alone.
 */
export type Env = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    principal?: Principal;
    quota?: Readonly<Record<string, string>>;
    route?: string;
    allProjects?: boolean;
  };
};
