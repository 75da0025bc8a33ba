import type { Access, Audience } from "./access.ts";
import { keysOf, type Scope } from "./scope.ts";

const admits = (audience: Audience, keys: readonly string[]): boolean =>
  audience === "everybody" || keys.some((key) => audience.includes(key));

/** Whether a caller finds a resource in lists, searches, facets: the scope as a predicate. */
export const lists = ({ listedBy }: Access, scope: Scope): boolean =>
  scope.projectId === null || admits(listedBy, keysOf(scope.projectId, scope));

/** Whether a caller may read a resource whose id it has. An administrator reads anything, whichever project it works in. */
export const reads = ({ readBy }: Access, scope: Scope): boolean =>
  scope.admin || scope.projectId === null || admits(readBy, keysOf(scope.projectId, scope));
