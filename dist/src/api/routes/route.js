import { mayRead } from "../../index/scope.js";
/** For routes that any role that may read is enough for. */
export const READERS = { admits: mayRead, wants: "reader, member or admin", metered: true };
/** For routes that take no body. */
export const NO_BODY = { bytes: () => 0 };
export const json = (value, status = 200) => new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
