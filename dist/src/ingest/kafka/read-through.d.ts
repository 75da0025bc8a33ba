import type { Kafka, KafkaMessage } from "kafkajs";
/** A message and where it was. */
export type Found = {
    readonly partition: number;
    readonly message: KafkaMessage;
};
/**
 * The messages that a topic holds when asked, from the first to the last of each partition, in constant memory. Commits
 * nothing: the next reader begins at the beginning. One reader of a `groupId` at a time: two would share the partitions.
 *
 * @throws SearchlightError `service-failed` when messages that should come do not
 */
export declare function readThrough(kafka: Kafka, topic: string, groupId: string): AsyncGenerator<Found, void>;
