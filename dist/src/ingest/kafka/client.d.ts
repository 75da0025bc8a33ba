import { Kafka } from "kafkajs";
import type { Logger } from "../../log.ts";
/** How to reach a Kafka. `ca` is a PEM certificate to trust besides nothing else; it implies `ssl`. */
export type KafkaConnection = {
    readonly brokers: readonly string[];
    readonly ssl?: boolean | undefined;
    readonly ca?: string | undefined;
    readonly sasl?: {
        readonly mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
        readonly username: string;
        readonly password: string;
    } | undefined;
};
/** A client of a Kafka, with all four codecs. It connects to nothing yet. */
export declare const kafkaClient: ({ brokers, ssl, ca, sasl }: KafkaConnection, log: Logger) => Kafka;
