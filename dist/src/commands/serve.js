import { createApp } from "../api/app.js";
import { listen } from "../api/listen.js";
import { createMetricsApp } from "../api/metrics-app.js";
import { SearchlightError } from "../errors.js";
import { accountOf } from "../index/account.js";
import { policyOf } from "../index/policy.js";
import { followed } from "../ingest/followed.js";
import { routerOf } from "../ingest/router.js";
import { kafkaSource } from "../ingest/sources/kafka.js";
import { work } from "../ingest/worker.js";
import { createLog } from "../log.js";
import { createRegistry, expose } from "../metrics/registry.js";
import { requestMeter } from "../metrics/requests.js";
import { acceptOf } from "./accept.js";
import { cursorKeyOf } from "./cursor-key.js";
import { identifyOf } from "./identify.js";
import { kitOf, reportOf } from "./kit.js";
import { openDeadLetters, openStore } from "./parts.js";
import { purging } from "./purging.js";
import { aborted } from "./stop.js";
/** The API, listening. It takes notifications where this process may write. */
const answer = ({ config, kit, route, store, deadLetters, log, account, policy, metrics }, { ingest, tokens }) => {
    const writes = ingest || config.store === "elasticsearch";
    const app = createApp({
        store,
        catalog: kit.catalog,
        plugins: reportOf(kit),
        log,
        cursorKey: cursorKeyOf(config),
        identify: identifyOf(config, tokens),
        ready: () => store.ready(),
        limits: config.limits,
        policy,
        freshness: account.told,
        expose: () => expose(metrics),
        answered: requestMeter(metrics),
        ...(writes && { accept: acceptOf(route, store, deadLetters) }),
    });
    return listen(app, { host: config.host, port: config.port });
};
/** The worker that reads Kafka, until the signal aborts. Ends early only by failing. */
async function takeIn({ config, route, store, deadLetters, log, account }, signal) {
    if (!config.kafka)
        return;
    const source = followed(kafkaSource({ ...config.kafka, log }), account.read);
    try {
        const counts = await work({ source, route, store, deadLetters, log }, signal);
        log.info(counts, "ingest stopped");
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    finally {
        await source.close();
    }
}
/**
 * Runs the service until the signal aborts, then finishes what is in hand and closes everything in order. `prepare` gets
 * the store before anything is served; `ready` is told the address once the API answers.
 *
 * @throws whatever ends a duty early: the process should end with it, and be started again
 */
export async function serve(config, duties, signal, { prepare, ready, } = {}) {
    const log = createLog(config.logLevel);
    if (duties.ingest && !duties.api && !config.kafka)
        throw new SearchlightError("bad-configuration", "`searchlight ingest` needs KAFKA_BROKERS: without Kafka there is nothing to take in.");
    const kit = await kitOf(config, log);
    const policy = policyOf(kit.catalog, config.policy);
    const account = accountOf(await openStore(config, kit, { readOnly: !duties.ingest }));
    const { store } = account;
    const deadLetters = await openDeadLetters(config, log);
    const metrics = createRegistry();
    const route = routerOf(kit.plugins);
    const open = { config, kit, route, store, deadLetters, log, account, policy, metrics };
    const failed = new AbortController();
    const stop = AbortSignal.any([signal, failed.signal]);
    let server;
    let scraped;
    let ingest = Promise.resolve();
    try {
        await prepare?.(store, deadLetters);
        if (duties.api)
            server = await answer(open, duties);
        if (config.metrics)
            scraped = await listen(createMetricsApp(() => expose(metrics)), config.metrics);
        log.info({
            url: server?.url,
            metrics: scraped?.url,
            store: config.store,
            ingest: duties.ingest && config.kafka !== undefined,
        }, "searchlight is up");
        if (server)
            await ready?.(server.url, store);
        if (duties.ingest)
            ingest = takeIn(open, stop).catch((error) => failed.abort(error));
        if (duties.ingest)
            void purging(store, config.tombstoneDays, log, stop);
        await aborted(stop);
    }
    finally {
        await server?.close();
        await scraped?.close();
        await ingest;
        await deadLetters.close();
        await store.close();
    }
    if (failed.signal.aborted)
        throw failed.signal.reason;
}
