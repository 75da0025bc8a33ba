import { calling, refusal } from "./failure.js";
function currentOf({ found, error, _source, _seq_no, _primary_term }) {
    if (error)
        throw refusal(error.type === "index_not_found_exception" ? 404 : 503, error.type);
    if (!found || !_source)
        return undefined;
    const text = _source.state;
    return { state: JSON.parse(text), text, seqNo: _seq_no, primaryTerm: _primary_term };
}
/** What is kept of these resources at this moment, searchable yet or not; undefined for what is not kept. */
export async function currentStates(client, addresses) {
    const docs = addresses.map(({ index, id }) => ({ _index: index, _id: id }));
    const { docs: items } = await calling(() => client.mget({ docs, _source_includes: ["state"] }));
    return items.map((item) => currentOf(item));
}
