import { SearchlightError } from "../../../errors.js";
import { joined, UNKNOWN } from "../../freshness.js";
import { calling } from "./failure.js";
import { freshnessIndex } from "./names.js";
import { patiently, READ_PATIENCE } from "./patience.js";
const ID = "freshness";
async function current({ client, prefix }) {
    const asked = { index: freshnessIndex(prefix), id: ID };
    const { found, _source, _seq_no, _primary_term } = await calling(() => client.get(asked, { ignore: [404] }));
    if (!found || !_source)
        return { freshness: UNKNOWN };
    return { freshness: JSON.parse(_source.told), if_seq_no: _seq_no, if_primary_term: _primary_term };
}
/** What was noted last, by whichever process. */
export const freshness = async (cluster) => (await current(cluster)).freshness;
async function join(cluster, told) {
    const { freshness: known, ...unchanged } = await current(cluster);
    const document = { told: JSON.stringify(joined(known, told)) };
    const where = { index: freshnessIndex(cluster.prefix), id: ID };
    const guard = unchanged.if_seq_no === undefined ? { op_type: "create" } : unchanged;
    const answer = await calling(() => cluster.client.index({ ...where, ...guard, document }, { ignore: [409] }));
    if ("error" in answer)
        throw new SearchlightError("store-unavailable", "Another process told its freshness: try again");
}
/** Joins what is told to what is kept, whoever else does so at the same time. */
export const note = (cluster, told) => patiently(() => join(cluster, told), READ_PATIENCE);
