import { createApp } from "../api/app.ts";
import { listen, type Server } from "../api/listen.ts";
import { createMetricsApp } from "../api/metrics-app.ts";
import type { Config, StaticToken } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import { accountOf, type Account } from "../index/account.ts";
import { policyOf, type Policy } from "../index/policy.ts";
import type { IndexStore } from "../index/store.ts";
import { createCircuit, type Circuit } from "../ingest/circuit.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import { routerOf, type Router } from "../ingest/router.ts";
import type { Kit } from "../kit/load.ts";
import { createLog, type Logger } from "../log.ts";
import { createRegistry, expose } from "../metrics/registry.ts";
import { driftMeter } from "../metrics/drift.ts";
import { outdatedMeter } from "../metrics/outdated.ts";
import { requestMeter } from "../metrics/requests.ts";
import { acceptOf } from "./accept.ts";
import { cursorKeyOf } from "./cursor-key.ts";
import { identifyOf } from "./identify.ts";
import { kitOf, reportOf } from "./kit.ts";
import { noticing } from "./noticing.ts";
import { openDeadLetters, openStore } from "./parts.ts";
import { purging } from "./purging.ts";
import { aborted } from "./stop.ts";
import { journalFolder, syncJournal } from "./sync-journal.ts";
import { syncing } from "./syncing.ts";
import { takeIn } from "./take-in.ts";

/** What a process does: answer, take in, or both; and whose tokens it knows without asking Keystone. */
export type Duties = { readonly api: boolean; readonly ingest: boolean; readonly tokens: readonly StaticToken[] };

type Open = {
  readonly config: Config;
  readonly kit: Kit;
  readonly route: Router;
  readonly store: IndexStore;
  readonly deadLetters: DeadLetters;
  readonly log: Logger;
  readonly account: Account;
  readonly policy: Policy;
  readonly circuit: Circuit;
  readonly metrics: ReturnType<typeof createRegistry>;
};

/** Resolves when the process can do what it is for. @throws SearchlightError `store-unavailable` saying why it cannot */
async function readiness({ store, circuit }: Pick<Open, "store" | "circuit">): Promise<void> {
  await store.ready();
  const trouble = circuit.trouble();
  if (trouble !== undefined) throw new SearchlightError("store-unavailable", `the ingest stands still: ${trouble}`);
}

/** The API, listening. It takes notifications where this process may write. */
const answer = (
  { config, kit, route, store, deadLetters, log, account, policy, metrics, circuit }: Open,
  { ingest, tokens }: Duties,
): Promise<Server> => {
  const writes = ingest || config.store === "elasticsearch";
  const app = createApp({
    store,
    catalog: kit.catalog,
    plugins: reportOf(kit),
    log,
    cursorKey: cursorKeyOf(config),
    identify: identifyOf(config, tokens),
    ready: () => readiness({ store, circuit }),
    limits: config.limits,
    policy,
    freshness: account.told,
    searchableAfter: config.store === "memory" ? 0 : 1000,
    namesFor: config.store === "memory" ? 0 : 250, // a store takes half a second at most to find what was stored
    expose: () => expose(metrics),
    answered: requestMeter(metrics),
    ...(writes && { accept: acceptOf(route, store, deadLetters) }),
  });
  return listen(app, { host: config.host, port: config.port });
};

/** Keeps the index true, where there is a cloud to ask and that is wished. */
async function keepTrue({ config, kit, store, log, account, metrics }: Open, signal: AbortSignal): Promise<void> {
  const { cloud, sync } = config;
  if (!cloud || sync.milliseconds === 0) return;
  await syncing(
    {
      every: sync.milliseconds,
      log,
      told: driftMeter(metrics),
      sync: {
        store,
        apply: (operations) => store.apply(operations),
        plugins: kit.plugins,
        cloud,
        journal: syncJournal(journalFolder(config)),
        onListed: account.listed,
      },
    },
    signal,
  );
}

/**
 * Runs the service until the signal aborts, then finishes what is in hand and closes everything in order. `prepare` gets
 * the store before anything is served; `ready` is told the address once the API answers.
 *
 * @throws whatever ends a duty early: the process should end with it, and be started again
 */
export async function serve(
  config: Config,
  duties: Duties,
  signal: AbortSignal,
  {
    prepare,
    ready,
  }: {
    prepare?: (store: IndexStore, deadLetters: DeadLetters) => Promise<void>;
    ready?: (url: string, store: IndexStore) => Promise<void>;
  } = {},
): Promise<void> {
  const log = createLog(config.logLevel);
  if (duties.ingest && !duties.api && !config.kafka)
    throw new SearchlightError(
      "bad-configuration",
      "`searchlight ingest` needs KAFKA_BROKERS: without Kafka there is nothing to take in.",
    );
  const kit = await kitOf(config, log);
  const policy = policyOf(kit.catalog, config.policy);
  const account = accountOf(await openStore(config, kit, { readOnly: !duties.ingest, searched: duties.api }));
  const { store } = account;
  const deadLetters = await openDeadLetters(config, log);
  const metrics = createRegistry();
  const circuit = createCircuit();
  const route = routerOf(kit.plugins);
  const open: Open = { config, kit, route, store, deadLetters, log, account, policy, metrics, circuit };
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let server: Server | undefined;
  let scraped: Server | undefined;
  let ingest: Promise<void> = Promise.resolve();
  let truth: Promise<void> = Promise.resolve();
  try {
    await prepare?.(store, deadLetters);
    if (duties.api) server = await answer(open, duties);
    if (config.metrics)
      scraped = await listen(
        createMetricsApp({ expose: () => expose(metrics), ready: () => readiness(open) }),
        config.metrics,
      );
    log.info(
      {
        url: server?.url,
        metrics: scraped?.url,
        store: config.store,
        ingest: duties.ingest && config.kafka !== undefined,
      },
      "searchlight is up",
    );
    if (server) await ready?.(server.url, store);
    if (duties.ingest) ingest = takeIn(open, stop).catch((error: unknown) => failed.abort(error));
    if (duties.ingest) truth = keepTrue(open, stop);
    if (duties.ingest) void purging(store, config.tombstoneDays, log, stop);
    void noticing(store, log, outdatedMeter(metrics), stop);
    await aborted(stop);
  } finally {
    await server?.close();
    await scraped?.close();
    await ingest;
    await truth;
    await deadLetters.close();
    await store.close();
  }
  if (failed.signal.aborted) throw failed.signal.reason;
}
