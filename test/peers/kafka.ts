import { kafkaContainer } from "./kafka-container.ts";
import { kafkaProcess } from "./kafka-process.ts";
import { allowAbsent, firstOpen, type Absent, type Server } from "./server.ts";

/** Why tests that need a broker do not run: the reason to skip with where `kafkaBrokers` is undefined. */
export const NO_KAFKA =
  "NOT TESTED: needs a real Kafka. Set KAFKA_BROKERS, or have a container engine, or Java 17 and Maven, and run npm test.";

/** The brokers that this test run shares. Undefined where there are none: skip with `NO_KAFKA`. @throws with CI=true */
export const kafkaBrokers = (): readonly string[] | undefined => {
  const brokers = (process.env["KAFKA_BROKERS"] ?? "").split(",").filter((broker) => broker !== "");
  if (brokers.length > 0) return brokers;
  allowAbsent(NO_KAFKA);
  return undefined;
};

/** A broker of one's own, to kill and start again: from a container, else from Maven Central. @throws with CI=true */
export const startKafka = async (): Promise<Server | Absent> => {
  const found = await firstOpen([kafkaContainer, () => kafkaProcess()]);
  return "absent" in found ? allowAbsent(`${NO_KAFKA} Here: ${found.absent}.`) : found;
};
