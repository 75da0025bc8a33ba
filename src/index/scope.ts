import { SearchlightError } from "../errors.ts";
import { projectKey, userKey } from "./access/key.ts";

declare const checked: unique symbol;

/** Who is asking, as Keystone or the token file says. `roles` are lower case. */
export type Principal = {
  readonly userId: string;
  readonly projectId: string;
  readonly roles: readonly string[];
};

/**
 * Says who a token is.
 *
 * @throws SearchlightError `unauthenticated` for a token that is not valid or no project's, saying why;
 *   `identity-unavailable` when nobody can say
 */
export type Identify = (token: string) => Promise<Principal>;

/**
 * What a caller may see. Only `scopeOf` and `indexerScope` make one, so no store can be asked without one.
 *
 * - `projectId`: the project whose view this is; null is every project.
 * - `userId`: the user whose own record is in that view too.
 * - `admin`: administrators' fields and types exist.
 */
export type Scope = {
  readonly projectId: string | null;
  readonly userId: string;
  readonly admin: boolean;
  readonly [checked]: true;
};

/** `admin` in any project is the cloud's administrator, as in OpenStack's default policies. */
export const isAdmin = (principal: Principal): boolean => principal.roles.includes("admin");

/** May this principal read at all? One of the roles that OpenStack's default policies let read. */
export const mayRead = (principal: Principal): boolean =>
  principal.roles.some((role) => role === "reader" || role === "member" || role === "admin");

const scope = (projectId: string | null, userId: string, admin: boolean): Scope =>
  ({ projectId, userId, admin }) as Scope;

/**
 * What this principal may see. `allProjects` is only theirs to wish whom it is `granted` (administrators, where no policy
 * says otherwise); from others it is ignored, for old clients always send it.
 */
export const scopeOf = (
  principal: Principal,
  { allProjects = false, granted = isAdmin(principal) }: { allProjects?: boolean; granted?: boolean } = {},
): Scope => scope(granted && allProjects ? null : principal.projectId, principal.userId, isAdmin(principal));

/** In whose name a view of one project is: what an audience must name, for the caller to be in it. */
export const keysOf = (projectId: string, { userId }: Pick<Scope, "userId">): readonly string[] => [
  projectKey(projectId),
  userKey(userId),
];

/** Names a view: scopes that have the same name see the same. What was told to one is kept apart from others by it. */
export const viewNamed = ({ projectId, userId, admin }: Scope): string =>
  JSON.stringify(projectId === null ? [admin] : [admin, ...keysOf(projectId, { userId })]);

/** The index's own view of itself, for comparing with the services and for rebuilding. Never for a caller. */
export const indexerScope = (): Scope => scope(null, "", true);

/** Refuses anybody but the index itself. @throws SearchlightError `forbidden` */
export function assertIndexer(scope: Scope): void {
  if (scope.projectId !== null || !scope.admin)
    throw new SearchlightError("forbidden", "only the index itself may scan its states");
}
