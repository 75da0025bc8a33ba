import { documentConditionFlaws, meets } from "./condition.js";
/** When this holds, everybody lists and reads the resource. */
export const everybodys = {
    grants: (condition, _resource, document) => meets(document, condition) ? { listedBy: "everybody", readBy: "everybody" } : {},
    flaws: (condition, schema) => documentConditionFlaws("access.public", condition, schema),
};
