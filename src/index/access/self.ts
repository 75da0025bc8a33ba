import { userKey } from "./key.ts";
import type { AccessKind } from "./kind.ts";

/** The field that holds a user's id: that user lists and reads the resource, whichever project the token is of. */
export const self: AccessKind<string> = {
  grants: (field, _resource, document) => {
    const user = document[field];
    return typeof user === "string" && user !== "" ? { listedBy: [userKey(user)] } : {};
  },
  flaws: (field, schema) => {
    const at = "access.self";
    const found = typeof field === "string" && Object.hasOwn(schema, field) ? schema[field] : undefined;
    if (found?.kind !== "keyword")
      return [
        { at, says: `must be the name of a keyword field that holds a user's id, and '${String(field)}' is none` },
      ];
    return [];
  },
};
