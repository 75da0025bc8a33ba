/** Below, at or above zero as `a` is older than, equal to or newer than `b`. A total order. */
export const compareVersions = (a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
/** The newer of two versions, either of which may be missing. */
export const newerVersion = (a, b) => a === undefined ? b : b === undefined || compareVersions(a, b) >= 0 ? a : b;
