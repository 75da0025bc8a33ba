import { answersTo } from "../aggregations/answers.js";
import { settle } from "../aggregations/probe.js";
import { bind, bindNarrower } from "../bind.js";
import { definitionOf, fieldNamed } from "../catalog.js";
import { entryOf } from "../entry.js";
import { joined, UNKNOWN } from "../freshness.js";
import { hitOf } from "../hit.js";
import { matcher } from "../match.js";
import { merge } from "../merge.js";
import { stateOf } from "../operation.js";
import { assertSortable, orderOf, sortValue } from "../order.js";
import { exists } from "../resource.js";
import { assertIndexer } from "../scope.js";
import { lists, reads } from "../sight.js";
import { readingsOf } from "./memory-readings.js";
/** The plain reference: everything in one map, every search a walk over it. By it the other engines are tested. */
export function memoryStore(catalog) {
    const held = new Map();
    const keyOf = ({ type, id }) => `${type}\n${id}`;
    function find(request, scope) {
        const bound = new Map(request.types.map((type) => [type, matcher(bind(request.query, definitionOf(catalog, type), scope))]));
        const found = [];
        for (const { entry } of held.values()) {
            const score = entry && lists(entry.access, scope) ? bound.get(entry.ref.type)?.(entry) : undefined;
            if (entry && score !== undefined)
                found.push({ entry, score, sort: sortOf(entry, score, request, scope) });
        }
        return found.toSorted(orderOf(request.sort));
    }
    function sortOf(entry, score, { sort }, scope) {
        const definition = definitionOf(catalog, entry.ref.type);
        return sort.map(({ field, order }) => sortValue(entry, score, { key: field === "_score" ? field : fieldNamed(definition, field, scope)?.key, order }));
    }
    function passes(entry, { postFilter }, scope) {
        if (postFilter === undefined)
            return true;
        return matcher(bindNarrower(postFilter, definitionOf(catalog, entry.ref.type), scope))(entry) !== undefined;
    }
    let fresh = UNKNOWN;
    return {
        async apply(operations) {
            return operations.map((operation) => {
                const definition = definitionOf(catalog, operation.ref.type);
                const key = keyOf(operation.ref);
                const before = held.get(key)?.state;
                const state = before ? merge(before, stateOf(operation)) : merge(stateOf(operation), stateOf(operation));
                held.set(key, { state, entry: entryOf(definition, state), written: Date.now() * 1000 });
                return { stored: true };
            });
        },
        async search(request, scope) {
            assertSortable(catalog, request, scope);
            const matched = find(request, scope);
            const found = matched.filter(({ entry }) => passes(entry, request, scope));
            const { sort, after, from, size } = request;
            const order = orderOf(sort);
            const hits = (after ? found.filter((one) => order(after, one) < 0) : found)
                .slice(from, from + size)
                .map(({ entry, score, sort }) => hitOf(definitionOf(catalog, entry.ref.type), entry, scope, score, sort));
            const readings = readingsOf(catalog, matched.map(({ entry }) => entry), scope);
            const aggregations = settle(answersTo(catalog, request, scope), readings);
            return { total: found.length, hits, aggregations, complete: true, reasons: [] };
        },
        async get(ref, scope) {
            const definition = catalog.get(ref.type);
            const entry = held.get(keyOf(ref))?.entry;
            if (!definition || !entry || (definition.access.adminOnly && !scope.admin))
                return undefined;
            return reads(entry.access, scope) ? hitOf(definition, entry, scope) : undefined;
        },
        async *scan(type, scope) {
            assertIndexer(scope);
            for (const { state } of held.values())
                if (state.ref.type === type)
                    yield state;
        },
        async purge(before) {
            const old = [...held].filter(([, { state, written }]) => !exists(state) && written < before);
            for (const [key] of old)
                held.delete(key);
            return old.length;
        },
        freshness: async () => fresh,
        async note(told) {
            fresh = joined(fresh, told);
        },
        async refresh() { },
        async ready() { },
        async close() { },
    };
}
