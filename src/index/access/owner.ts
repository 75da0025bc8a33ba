import { projectKey } from "./key.ts";
import type { AccessKind } from "./kind.ts";

/** The field that holds the owning project's id: its people list and read the resource. */
export const owner: AccessKind<string> = {
  grants: (field, _resource, document) => {
    const project = document[field];
    return typeof project === "string" && project !== "" ? { listedBy: [projectKey(project)] } : {};
  },
  flaws: (field, schema) => {
    const at = "access.owner";
    if (typeof field !== "string") return [{ at, says: "must be the name of a field, as a text" }];
    const found = Object.hasOwn(schema, field) ? schema[field] : undefined;
    if (found === undefined) return [{ at, says: `'${field}' is no field of the schema` }];
    if (found.kind !== "keyword")
      return [{ at, says: `'${field}' must be a keyword field, for it holds a project's id` }];
    return [];
  },
};
