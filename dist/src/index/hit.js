import { hashOf } from "./json.js";
/** The document without administrators' fields, for anybody else. */
function visible(definition, source, scope) {
    return scope.admin
        ? source
        : Object.fromEntries(Object.entries(source).filter(([name]) => !definition.schema[name]?.admin));
}
/** Whole seconds of the last change the document itself tells, above 20 bits of its hash. */
const versionOf = (source, changed) => Math.min(Math.max(Math.floor(changed / 1e6), 0), 2 ** 32) * 2 ** 20 +
    (Number.parseInt(hashOf(source).slice(0, 8), 16) % 2 ** 20);
/** An entry as a caller sees it. The only way from the index to an answer. */
export function hitOf(definition, entry, scope, score = 0, sort = []) {
    const source = visible(definition, entry.source, scope);
    const { ref, changed } = entry;
    return { type: ref.type, id: ref.id, score, source, version: versionOf(source, changed), changed, sort };
}
