/** An empty handover. */
export const createHandover = () => {
    let offered;
    let changed = Promise.withResolvers();
    const set = (batch) => {
        offered = batch;
        changed.resolve();
        changed = Promise.withResolvers();
    };
    return {
        offer: set,
        withdraw: (batch) => {
            if (offered === batch)
                set(undefined);
        },
        async *taken(signal) {
            const wake = () => changed.resolve();
            signal.addEventListener("abort", wake);
            try {
                while (!signal.aborted) {
                    const batch = offered;
                    offered = undefined;
                    if (batch === undefined)
                        await changed.promise;
                    else
                        yield batch;
                }
            }
            finally {
                signal.removeEventListener("abort", wake);
            }
        },
    };
};
