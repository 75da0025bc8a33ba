import type { Route } from "./routes/route.ts";
/** A part of a JSON document. */
export type Node = {
    readonly [key: string]: unknown;
};
/** The OpenAPI 3.1 document of these routes: what serves them describes them, so it is true. */
export declare function documentOf(routes: readonly Route[]): Node;
