const MINUTE = 60;
/** Projects that are remembered. The one that asked longest ago is forgotten first: its bucket has filled up the most. */
const REMEMBERED = 10_000;
/** A token bucket for each project, full for a stranger. `now` is in milliseconds, of any clock that only goes forward. */
function bucketsOf(size, now) {
    const buckets = new Map();
    return (projectId) => {
        const at = now();
        const { tokens, at: before } = buckets.get(projectId) ?? { tokens: size, at };
        const bucket = { tokens: Math.min(size, tokens + ((at - before) / 1000 / MINUTE) * size), at };
        buckets.delete(projectId);
        buckets.set(projectId, bucket);
        const [oldest] = buckets.keys();
        if (buckets.size > REMEMBERED && oldest !== undefined)
            buckets.delete(oldest);
        return bucket;
    };
}
/**
 * Counts what each project asks. Its fields are those of the IETF's draft-ietf-httpapi-ratelimit-headers-10: `q` requests
 * in `w` seconds; `r` of them are left, and after `t` seconds all are there again.
 */
export function quotas({ requests, concurrent }, now = () => performance.now()) {
    const bucketFor = bucketsOf(requests, now);
    const running = new Map();
    const policy = `"project";q=${requests};w=${MINUTE}`;
    const secondsFor = (tokens) => Math.max(0, Math.ceil((tokens * MINUTE) / requests));
    const headersOf = ({ tokens }) => ({
        "RateLimit-Policy": policy,
        RateLimit: `"project";r=${Math.floor(tokens)};t=${secondsFor(requests - tokens)}`,
    });
    const refused = (bucket, wait, why) => ({
        wait,
        why,
        headers: { ...headersOf(bucket), "Retry-After": String(wait) },
    });
    const end = (projectId) => {
        const left = running.get(projectId) - 1;
        if (left > 0)
            running.set(projectId, left);
        else
            running.delete(projectId);
    };
    return (projectId) => {
        const bucket = bucketFor(projectId);
        const current = running.get(projectId) ?? 0;
        if (current >= concurrent)
            return refused(bucket, 1, `has ${current} requests under way, as many as it may`);
        if (bucket.tokens < 1) {
            const wait = Math.max(1, secondsFor(1 - bucket.tokens));
            return refused(bucket, wait, `has asked more than ${requests} times a minute`);
        }
        bucket.tokens -= 1;
        running.set(projectId, current + 1);
        return { wait: undefined, headers: headersOf(bucket), end: () => end(projectId) };
    };
}
