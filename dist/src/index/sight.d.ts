import type { Access } from "./access.ts";
import type { Scope } from "./scope.ts";
/** Whether a caller finds a resource in lists, searches, facets: the scope as a predicate. */
export declare const lists: ({ listedBy }: Access, scope: Scope) => boolean;
/** Whether a caller may read a resource whose id it has. An administrator reads anything, whichever project it works in. */
export declare const reads: ({ readBy }: Access, scope: Scope) => boolean;
