import type { Logger } from "../../log.ts";
import { type KafkaConnection } from "../kafka/client.ts";
import type { NotificationSource } from "../source.ts";
/**
 * What to read: `topics`, as a member of the consumer group `groupId`. `session`: after how many milliseconds without a
 * sign of life the group gives our partitions to others. `look`: how often to look for topics that do not exist yet.
 */
export type KafkaSourceOptions = KafkaConnection & {
    readonly topics: readonly string[];
    readonly groupId: string;
    readonly log: Logger;
    readonly session?: number;
    readonly look?: number;
};
/**
 * The topics of a Kafka as a source of records, whose `from` is `topic/partition/offset`. At least once: an offset is
 * committed when its batch was acknowledged, and a group that never committed begins at the beginning. It waits for
 * brokers that are away and topics that do not exist; it creates none. Heartbeats go on while a batch is in hand, however
 * long; if the partition is given to another all the same, the acknowledgement commits nothing and the other reads again.
 */
export declare const kafkaSource: (options: KafkaSourceOptions) => NotificationSource;
