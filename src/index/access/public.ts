import { documentConditionFlaws, meets, type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";

/** When this holds, everybody lists and reads the resource. */
export const everybodys: AccessKind<Condition> = {
  grants: (condition, _resource, document) =>
    meets(document, condition) ? { listedBy: "everybody", readBy: "everybody" } : {},
  flaws: (condition, schema) => documentConditionFlaws("access.public", condition, schema),
};
