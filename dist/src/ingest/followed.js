const FROM = /^(.+)\/(\d+)$/;
/** The last record of each `topic/partition`. */
function readIn(records) {
    const last = new Map();
    for (const { from, timestamp } of records) {
        const [, source, offset] = FROM.exec(from) ?? [];
        if (source === undefined)
            continue;
        const newest = Number.isFinite(timestamp) && timestamp >= 0 ? timestamp : undefined;
        last.set(source, { source, position: Number(offset) + 1, newest });
    }
    return [...last.values()];
}
/** The same source, telling of each acknowledged batch how far it was read. */
export const followed = (source, told) => ({
    async *batches(signal) {
        for await (const batch of source.batches(signal)) {
            const ack = async () => {
                await batch.ack();
                for (const read of readIn(batch.records))
                    told(read);
            };
            yield { ...batch, ack };
        }
    },
    close: () => source.close(),
});
