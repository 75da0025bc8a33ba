import type { Kafka } from "kafkajs";
import type { Logger } from "../../log.ts";
import type { Handover } from "./handover.ts";
/** What a consumer is told. Times are milliseconds. */
export type Consuming = {
    readonly kafka: Kafka;
    readonly groupId: string;
    readonly topics: readonly string[];
    readonly handover: Handover;
    readonly log: Logger;
    /** After how long without a heartbeat the group gives our partitions to others. */
    readonly session: number;
};
/** One life of a consumer, from joining the group to leaving it. */
export type Life = {
    /** Rejects with the reason when it ends by itself: brokers away for too long, not authorised, a topic gone. */
    readonly ended: Promise<never>;
    /** Leaves the group. What was not acknowledged comes again, to whoever gets the partition. */
    readonly leave: () => Promise<void>;
};
/** Joins the group and hands over what it fetches. `topics` must exist. @throws what kafkajs throws when it cannot start */
export declare const live: (consuming: Consuming) => Promise<Life>;
