/**
 * Whom an audience names, as a text: a project by its id, a user by the id behind a mark. **Invariant:** different ones
 * have different keys, whatever their ids: a project whose id begins like a mark is marked itself.
 */
const USER = "user:";
const PROJECT = "project:";

export const userKey = (userId: string): string => USER + userId;

export const projectKey = (projectId: string): string =>
  [USER, PROJECT].some((mark) => projectId.startsWith(mark)) ? PROJECT + projectId : projectId;

/** Whose key it is: one of the two. */
export function holderOf(key: string): { readonly userId: string } | { readonly projectId: string } {
  if (key.startsWith(USER)) return { userId: key.slice(USER.length) };
  return { projectId: key.startsWith(PROJECT) ? key.slice(PROJECT.length) : key };
}
