import { z } from "zod";
import { group } from "./group.ts";
import { certificates, flag, list, secret } from "./setting.ts";

/** Where notifications are read; undefined when they are not read from Kafka. */
export const kafka = group({
  settings: {
    KAFKA_BROKERS: list.optional().describe("host:port,…; without it nothing is read from Kafka"),
    KAFKA_TOPICS: list.default(["notifications.info", "notifications.error"]).describe("what is read"),
    KAFKA_GROUP: z.string().default("searchlight").describe("consumer group"),
    KAFKA_SESSION_SECONDS: z.coerce
      .number()
      .min(1)
      .max(1800)
      .default(15)
      .describe("a worker silent for so long is taken for dead; the brokers set bounds (6 and 1800 by default)"),
    KAFKA_DEAD_LETTER_TOPIC: z.string().default("searchlight.dead-letters").describe("where what cannot be read goes"),
    KAFKA_SSL: flag.default(false).describe("true | false: TLS to the brokers"),
    KAFKA_CA: certificates.optional().describe("a file of certificates to trust; means KAFKA_SSL"),
    KAFKA_SASL_MECHANISM: z
      .enum(["plain", "scram-sha-256", "scram-sha-512"])
      .optional()
      .describe("plain | scram-sha-256 | scram-sha-512, with the two below"),
    KAFKA_SASL_USERNAME: z.string().optional().describe("who we are to the brokers"),
    KAFKA_SASL_PASSWORD: secret().optional().describe("and its password"),
  },
  needs: [
    {
      when: (s) => s.KAFKA_SASL_MECHANISM !== undefined,
      needs: ["KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD"],
      because: "KAFKA_SASL_MECHANISM is set",
    },
    {
      when: (s) => s.KAFKA_SASL_USERNAME !== undefined || s.KAFKA_SASL_PASSWORD !== undefined,
      needs: ["KAFKA_SASL_MECHANISM"],
      because: "KAFKA_SASL_USERNAME or KAFKA_SASL_PASSWORD is set",
    },
  ],
  of: (s) =>
    s.KAFKA_BROKERS === undefined || s.KAFKA_BROKERS.length === 0
      ? undefined
      : {
          brokers: s.KAFKA_BROKERS,
          topics: s.KAFKA_TOPICS,
          groupId: s.KAFKA_GROUP,
          session: s.KAFKA_SESSION_SECONDS * 1000,
          deadLetterTopic: s.KAFKA_DEAD_LETTER_TOPIC,
          ssl: s.KAFKA_SSL || s.KAFKA_CA !== undefined,
          ca: s.KAFKA_CA,
          sasl: s.KAFKA_SASL_MECHANISM && {
            mechanism: s.KAFKA_SASL_MECHANISM,
            username: s.KAFKA_SASL_USERNAME ?? "",
            password: s.KAFKA_SASL_PASSWORD ?? "",
          },
        },
});
