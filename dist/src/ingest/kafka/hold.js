/**
 * Hands records over and waits for as long as it takes. True: acknowledged and committed. False: they come again.
 * An acknowledgement never fails, for what it says is true whoever has the partition by then.
 *
 * @throws what `beat` or `commit` did: the group has to be joined again
 */
export const hold = async (holding) => {
    const { records, beat, every, ours, commit, left, handover, log } = holding;
    const { promise: done, resolve, reject } = Promise.withResolvers();
    let held = true;
    const batch = {
        records,
        ack: async () => {
            if (held && ours())
                return commit().then(() => resolve(true), reject);
            log.info({ from: records[0]?.from, count: records.length }, "acknowledged too late to commit; the records come again");
            resolve(false);
        },
    };
    handover.offer(batch);
    const beating = setInterval(() => void beat().catch(reject), every);
    try {
        return await Promise.race([done, left.then(() => false)]);
    }
    finally {
        held = false;
        clearInterval(beating);
        handover.withdraw(batch);
    }
};
