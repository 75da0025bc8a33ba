import { bind } from "../../bind.js";
import { definitionOf } from "../../catalog.js";
import { ofTypes } from "./aggregate.js";
import { compile } from "./compile.js";
import { listedClause } from "./scope.js";
/** What the types' queries compile to; types of one query are together. */
function branchesOf(catalog, { types, query }, scope) {
    const together = new Map();
    for (const type of new Set(types)) {
        const definition = definitionOf(catalog, type);
        const compiled = compile(definition, bind(query, definition, scope));
        if (compiled.match_none)
            continue;
        const text = JSON.stringify(compiled);
        together.set(text, [...(together.get(text) ?? []), type]);
    }
    return [...together].map(([text, types]) => ({
        bool: { filter: [ofTypes(types)], must: [JSON.parse(text)] },
    }));
}
/** What a search finds: only what exists and what the caller lists, of the types asked for, each by its own query. */
export function queryOf(catalog, request, scope) {
    const branches = branchesOf(catalog, request, scope);
    if (branches.length === 0)
        return { match_none: {} };
    return {
        bool: {
            filter: [{ term: { exists: true } }, listedClause(scope)],
            must: branches.length === 1 ? branches : [{ bool: { should: branches, minimum_should_match: 1 } }],
        },
    };
}
