import type { Kafka } from "kafkajs";
/** Which of `topics` exist, as far as we may see them. Creates none. @throws what kafkajs throws where brokers are away */
export declare const existingTopics: (kafka: Kafka, topics: readonly string[]) => Promise<readonly string[]>;
