import { joined, UNKNOWN } from "./freshness.js";
/** How old an account may be that answers tell, or that a crash leaves behind, in milliseconds. */
const BEHIND = 1000;
/** An account of a store. It never goes back, and never past now: a sender's clock may be wrong. */
export function accountOf(store, now = Date.now) {
    let own = UNKNOWN;
    let kept = UNKNOWN;
    let saving;
    let unsaved = false;
    let saved = Promise.resolve();
    let lookedAt = -Infinity;
    let looking;
    /** What the store does not take now is part of what it is told next. */
    async function note() {
        if (!unsaved)
            return;
        unsaved = false;
        await store.note(own).catch(() => (unsaved = true));
    }
    function save() {
        clearTimeout(saving);
        saving = undefined;
        return (saved = saved.then(note));
    }
    function add(news) {
        own = joined(own, news);
        unsaved = true;
        saving ??= setTimeout(() => void save(), BEHIND).unref();
    }
    async function look() {
        lookedAt = now();
        kept = joined(kept, await store.freshness().catch(() => UNKNOWN));
        looking = undefined;
    }
    return {
        store: {
            ...store,
            async apply(operations) {
                const outcomes = await store.apply(operations);
                const times = operations.flatMap(({ stamp }, i) => (outcomes[i]?.stored ? [stamp.observed / 1000] : []));
                const newest = times.reduce((a, b) => Math.max(a, b), -Infinity);
                if (times.length > 0)
                    add({ asOf: Math.min(newest, now()), sources: [] });
                return outcomes;
            },
            async close() {
                await save();
                await store.close();
            },
        },
        read: ({ source, position, newest }) => {
            const at = now();
            const before = own.sources.find((one) => one.source === source)?.position ?? 0;
            const time = newest === undefined ? undefined : Math.min(newest, at);
            add({ sources: [{ source, position: Math.max(position, before), newest: time, at }] });
        },
        async told() {
            if (Math.abs(now() - lookedAt) >= BEHIND)
                looking ??= look();
            await looking;
            return joined(kept, own);
        },
    };
}
