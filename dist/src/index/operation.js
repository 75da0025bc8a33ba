import { hashOf } from "./json.js";
import { SELF } from "./resource.js";
const versionOf = (stamp, hash) => [stamp.source, stamp.observed, hash];
function lifeOf(operation) {
    const { observed } = operation.stamp;
    const listing = operation.by === "listing";
    if (operation.kind === "remove") {
        if (listing)
            return { missed: observed };
        return operation.final ? { final: observed } : { gone: observed };
    }
    if (operation.kind !== "put" || operation.part !== SELF)
        return {};
    return listing ? { listed: observed } : { there: observed };
}
/** The smallest state that says just this operation; applying it is `merge(state, stateOf(operation))`. */
export function stateOf(operation) {
    const { ref, stamp } = operation;
    const life = lifeOf(operation);
    if (operation.kind === "put") {
        const version = versionOf(stamp, hashOf(operation.fields));
        return { ref, life, parts: { [operation.part]: { version, fields: operation.fields } }, floors: {} };
    }
    const floors = operation.kind === "clear" ? { [operation.prefix]: versionOf(stamp, "") } : {};
    return { ref, life, parts: {}, floors };
}
