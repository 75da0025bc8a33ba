import { z } from "zod";
/** Where notifications are read; undefined when they are not read from Kafka. */
export declare const kafka: import("./group.ts").Group<{
    KAFKA_BROKERS: z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>>>;
    KAFKA_TOPICS: z.ZodDefault<z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>>>;
    KAFKA_GROUP: z.ZodDefault<z.ZodString>;
    KAFKA_DEAD_LETTER_TOPIC: z.ZodDefault<z.ZodString>;
    KAFKA_SSL: z.ZodDefault<z.ZodPipe<z.ZodEnum<{
        false: "false";
        true: "true";
    }>, z.ZodTransform<boolean, "false" | "true">>>;
    KAFKA_CA: z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>>;
    KAFKA_SASL_MECHANISM: z.ZodOptional<z.ZodEnum<{
        plain: "plain";
        "scram-sha-256": "scram-sha-256";
        "scram-sha-512": "scram-sha-512";
    }>>;
    KAFKA_SASL_USERNAME: z.ZodOptional<z.ZodString>;
    KAFKA_SASL_PASSWORD: z.ZodOptional<z.ZodString>;
}, {
    brokers: string[];
    topics: string[];
    groupId: string;
    deadLetterTopic: string;
    ssl: boolean;
    ca: string | undefined;
    sasl: {
        mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
        username: string;
        password: string;
    } | undefined;
} | undefined>;
