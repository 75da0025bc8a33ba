import { documentConditionFlaws, meets } from "./condition.js";
/** When this holds, everybody reads the resource by id; nobody lists it for that. */
export const byIdOnly = {
    grants: (condition, _resource, document) => (meets(document, condition) ? { readBy: "everybody" } : {}),
    flaws: (condition, schema) => documentConditionFlaws("access.byIdOnly", condition, schema),
};
