import type { AccessKind } from "./kind.ts";

/** Nobody but an administrator sees anything of this type, not even that there is one. */
export const adminOnly: AccessKind<boolean> = {
  grants: (only) => (only ? "nobody" : {}),
  flaws: (only, _schema, all) => {
    const at = "access.adminOnly";
    if (typeof only !== "boolean") return [{ at, says: "must be true or false" }];
    if (!only || Object.keys(all).length === 1) return [];
    return [{ at, says: "leaves nothing for other rules to say: leave them out, or this" }];
  },
};
