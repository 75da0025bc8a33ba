import { SearchlightError } from "../errors.js";
/** `admin` in any project is the cloud's administrator, as in OpenStack's default policies. */
export const isAdmin = (principal) => principal.roles.includes("admin");
/** May this principal read at all? One of the roles that OpenStack's default policies let read. */
export const mayRead = (principal) => principal.roles.some((role) => role === "reader" || role === "member" || role === "admin");
const scope = (projectId, admin) => ({ projectId, admin });
/**
 * What this principal may see. `allProjects` is only theirs to wish whom it is `granted` (administrators, where no policy
 * says otherwise); from others it is ignored, for old clients always send it.
 */
export const scopeOf = (principal, { allProjects = false, granted = isAdmin(principal) } = {}) => scope(granted && allProjects ? null : principal.projectId, isAdmin(principal));
/** The index's own view of itself, for comparing with the services and for rebuilding. Never for a caller. */
export const indexerScope = () => scope(null, true);
/** Refuses anybody but the index itself. @throws SearchlightError `forbidden` */
export function assertIndexer(scope) {
    if (scope.projectId !== null || !scope.admin)
        throw new SearchlightError("forbidden", "only the index itself may scan its states");
}
