/** Does something for every item, at most `width` at a time. The first failure is thrown once the others have stopped. */
export async function inParallel(items, width, work) {
    const queue = items.values();
    const workers = Array.from({ length: Math.min(width, items.length) }, async () => {
        for (const item of queue)
            await work(item);
    });
    const failed = (await Promise.allSettled(workers)).find((result) => result.status === "rejected");
    if (failed)
        throw failed.reason;
}
