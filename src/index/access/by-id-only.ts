import { documentConditionFlaws, meets, type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";

/** When this holds, everybody reads the resource by id; nobody lists it for that. */
export const byIdOnly: AccessKind<Condition> = {
  grants: (condition, _resource, document) => (meets(document, condition) ? { readBy: "everybody" } : {}),
  flaws: (condition, schema) => documentConditionFlaws("access.byIdOnly", condition, schema),
};
