import type { Config } from "../../config.ts";
import type { Behind } from "../../ingest/kafka/lag.ts";
import { reach } from "../../ingest/kafka/reach.ts";
import type { Logger } from "../../log.ts";
import { check, type Check } from "./check.ts";

const behindText = ({ topic, partition, records }: Behind): string =>
  `${topic}/${partition}: ${records.toLocaleString("en")} records are not read yet, so what they tell may be missing below`;

/** Can Kafka be reached, do the topics exist, and how far behind are we? */
export const checkKafka = ({ kafka }: Config, log: Logger): Promise<Check> =>
  check("Kafka", async () => {
    if (!kafka) return { ok: true, says: ["KAFKA_BROKERS is not set: nothing is read"] };
    const { missing, behind } = await reach(kafka, log);
    const absent = missing.map(
      (topic) => `there is no topic ${topic}: send notifications there, or say in KAFKA_TOPICS where they are`,
    );
    const unread = behind.filter(({ records }) => records > 0);
    return { ok: missing.length === 0, says: [...absent, ...unread.map(behindText)] };
  });
