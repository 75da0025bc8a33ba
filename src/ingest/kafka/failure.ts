import kafkajs from "kafkajs";
import { SearchlightError } from "../../errors.ts";
import { tlsTrouble } from "../../tls.ts";

// Node sees these only by way of the default export.
const { KafkaJSError, KafkaJSSASLAuthenticationError } = kafkajs;

const SETTINGS = { ca: "KAFKA_CA", address: "KAFKA_BROKERS" };
const ACCOUNT = "KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD";

/** Why kafkajs gave up: what it tried again comes wrapped. */
const rootOf = (error: Error): Error => (error.cause instanceof KafkaJSError ? rootOf(error.cause) : error);

const wordsFor = (error: Error): string => {
  const trouble = tlsTrouble(error.message, SETTINGS);
  if (trouble !== undefined) return `Kafka cannot be reached by TLS: ${trouble}`;
  if (error instanceof KafkaJSSASLAuthenticationError)
    return `Kafka does not let us in (${error.message}): check ${ACCOUNT}`;
  if (error.name === "KafkaJSConnectionClosedError")
    return `Kafka closes the connection: if it wants TLS, set KAFKA_SSL or KAFKA_CA; if an account, ${ACCOUNT}; else see whether it is up`;
  if ("type" in error && error.type === "ILLEGAL_SASL_STATE")
    return "Kafka wants no account there: leave KAFKA_SASL_MECHANISM out, or let KAFKA_BROKERS name where it wants one";
  return `Kafka does not do what we ask (${error.message}): check that the brokers of KAFKA_BROKERS are up, and what we may do there`;
};

const REJOINING = ["REBALANCE_IN_PROGRESS", "NOT_COORDINATOR_FOR_GROUP", "ILLEGAL_GENERATION", "UNKNOWN_MEMBER_ID"];

/** Whether kafkajs joins its group again when it meets this (Kafka's protocol errors, as its runner knows them). */
export const isRejoining = (error: unknown): boolean =>
  error instanceof KafkaJSError && "type" in error && REJOINING.includes(String(error.type));

/** What kafkajs threw in words that say what to do, without its stack; anything else as it is. */
export const failureOf = (error: unknown): unknown =>
  error instanceof KafkaJSError
    ? new SearchlightError("service-failed", wordsFor(rootOf(error)), { cause: error })
    : error;

/** What `work` comes to. @throws SearchlightError `service-failed` for what kafkajs throws; anything else as it is */
export async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failureOf(error);
  }
}
