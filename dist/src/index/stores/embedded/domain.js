import { emptyBits } from "./bitset.js";
import { codeOf } from "./code-table.js";
import { addPostings } from "./postings.js";
import { EVERYBODY, projectKey } from "./type-index.js";
/**
 * The slots that a caller finds in lists. A search begins here and only ever takes away, so that nothing else enters any
 * of its sums.
 */
export function domainOf(index, scope) {
    const live = index.live.slice(0, (index.slots + 31) >>> 5);
    if (scope.projectId === null)
        return live;
    const domain = emptyBits(index.slots);
    addAudience(domain, index.audience, EVERYBODY, live);
    addAudience(domain, index.audience, projectKey(scope.projectId), live);
    return domain;
}
function addAudience(bits, { dictionary, postings }, key, live) {
    const code = codeOf(dictionary, key);
    if (code !== undefined)
        addPostings(bits, postings, code, live);
}
