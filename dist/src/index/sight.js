const admits = (audience, projectId) => audience === "everybody" || audience.includes(projectId);
/** Whether a caller finds a resource in lists, searches, facets: the scope as a predicate. */
export const lists = ({ listedBy }, scope) => scope.projectId === null || admits(listedBy, scope.projectId);
/** Whether a caller may read a resource whose id it has. An administrator reads anything, whichever project it works in. */
export const reads = ({ readBy }, scope) => scope.admin || scope.projectId === null || admits(readBy, scope.projectId);
