import { LATE } from "../../store.js";
import { searching } from "./failure.js";
import { namesOf } from "./names.js";
import { patiently, READ_PATIENCE } from "./patience.js";
/** The part of a budget after which shards answer with what they have: the rest of it is for that answer to come back. */
const SHARE = 5 / 6;
/** Searches in the indices of these types, of which there is at least one, until the signal aborts. */
export function sender({ client, prefix, budget }, types, signal) {
    const end = performance.now() + budget * SHARE;
    const index = [...new Set(types)].map((type) => namesOf(prefix, type).read);
    const options = { requestTimeout: budget, ...(signal !== undefined && { signal }) };
    const left = () => `${Math.max(1, Math.floor(end - performance.now()))}ms`;
    const search = (body) => client.search({ index, timeout: left(), ...body }, options);
    return (body) => patiently(() => searching(() => search(body), signal), READ_PATIENCE);
}
/** Why an answer is not the whole one; nothing when it is. */
export const reasonsOf = ({ timed_out, _shards }) => [
    ...(timed_out ? [LATE] : []),
    ...(_shards.failed > 0 ? [`${_shards.failed} of ${_shards.total} parts of the index did not answer`] : []),
];
