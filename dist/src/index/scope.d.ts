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
 * - `admin`: administrators' fields and types exist.
 */
export type Scope = {
    readonly projectId: string | null;
    readonly admin: boolean;
    readonly [checked]: true;
};
/** `admin` in any project is the cloud's administrator, as in OpenStack's default policies. */
export declare const isAdmin: (principal: Principal) => boolean;
/** May this principal read at all? One of the roles that OpenStack's default policies let read. */
export declare const mayRead: (principal: Principal) => boolean;
/**
 * What this principal may see. `allProjects` is only theirs to wish whom it is `granted` (administrators, where no policy
 * says otherwise); from others it is ignored, for old clients always send it.
 */
export declare const scopeOf: (principal: Principal, { allProjects, granted }?: {
    allProjects?: boolean;
    granted?: boolean;
}) => Scope;
/** The index's own view of itself, for comparing with the services and for rebuilding. Never for a caller. */
export declare const indexerScope: () => Scope;
/** Refuses anybody but the index itself. @throws SearchlightError `forbidden` */
export declare function assertIndexer(scope: Scope): void;
export {};
