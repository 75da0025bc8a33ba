import type { Logger } from "../../log.ts";
import type { DeadLetters } from "../dead-letter.ts";
import { type KafkaConnection } from "../kafka/client.ts";
/** The topic that takes unusable records, how to reach it, and the consumer group that lists them. */
export type KafkaDeadLettersOptions = KafkaConnection & {
    readonly topic: string;
    readonly groupId: string;
    readonly log: Logger;
};
/**
 * Dead letters as records of a topic: the original bytes are the value; why (`searchlight.reason`), where from
 * (`searchlight.from`) and when (`searchlight.timestamp`) are headers. One too large for the topic is cut, and
 * `searchlight.cut` says so. The topic is created if it does not exist. All replicas have a letter before `put` resolves.
 *
 * @throws SearchlightError `service-failed` from `put`: some may be there, put all again
 */
export declare const kafkaDeadLetters: ({ topic, groupId, log, ...connection }: KafkaDeadLettersOptions) => DeadLetters;
