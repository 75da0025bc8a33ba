import type { Config } from "../config.ts";
import type { Account } from "../index/account.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import { brakeAfter } from "../ingest/brake.ts";
import type { Circuit } from "../ingest/circuit.ts";
import { followed } from "../ingest/followed.ts";
import type { Handled } from "../ingest/handle.ts";
import { kafkaLag } from "../ingest/kafka/lag.ts";
import type { Router } from "../ingest/router.ts";
import type { SourceRecord } from "../ingest/source.ts";
import { kafkaSource } from "../ingest/sources/kafka.ts";
import { work } from "../ingest/worker.ts";
import type { Logger } from "../log.ts";
import type { createRegistry } from "../metrics/registry.ts";
import { ingestMeter, lagGauge, standstillGauge, type RecordFate } from "../metrics/ingest.ts";

/** What the ingest of a process is made of. */
export type TakeInParts = {
  readonly config: Pick<Config, "kafka" | "maxRejections">;
  readonly account: Account;
  readonly deadLetters: DeadLetters;
  readonly route: Router;
  readonly circuit: Circuit;
  readonly log: Logger;
  readonly metrics: ReturnType<typeof createRegistry>;
};

/** While one batch is stored, another is read and understood; of one partition there is one at a time. */
const LANES = 2;

const topicOf = ({ from }: SourceRecord): string => from.split("/", 1)[0]!;

const fateOf = (record: SourceRecord, handled: Handled, now: number): RecordFate =>
  handled.result === "stored"
    ? {
        topic: topicOf(record),
        result: "stored",
        types: handled.types,
        ageSeconds: (now - handled.observed / 1000) / 1000,
      }
    : { topic: topicOf(record), result: handled.result };

/** Reads Kafka, where there is one, until the signal aborts. Ends early only by failing. */
export async function takeIn(
  { config: { kafka, maxRejections }, account, deadLetters, route, circuit, log, metrics }: TakeInParts,
  signal: AbortSignal,
): Promise<void> {
  if (!kafka) return;
  const meter = ingestMeter(metrics);
  standstillGauge(metrics, () => circuit.trouble() !== undefined);
  lagGauge(metrics, kafkaLag({ ...kafka, log }));
  const source = followed(kafkaSource({ ...kafka, log }), account.read);
  const brake = brakeAfter(maxRejections);
  try {
    const counts = await work(
      {
        source,
        route,
        store: account.store,
        deadLetters,
        log,
        brake,
        circuit,
        lanes: LANES,
        onRetry: meter.retried,
        onHandled: ({ records }, results) => {
          const now = Date.now();
          meter.handled(results.map((handled, i) => fateOf(records[i]!, handled, now)));
        },
      },
      signal,
    );
    log.info(counts, "ingest stopped");
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await source.close();
  }
}
