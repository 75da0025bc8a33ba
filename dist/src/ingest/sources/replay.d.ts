import type { NotificationSource, SourceRecord } from "../source.ts";
/**
 * A line of a file as a record: a captured Kafka record (`{"topic", "partition", "offset", "timestamp", "value", …}`), or a
 * notification itself, enveloped or bare.
 */
export declare function recordOf(line: string, from: string, now: number): SourceRecord;
/** Files of records, one a line, in their order. `onBytes` is told how much has been read. Ends at the end of the last file. */
export declare function replaySource(files: readonly string[], { onBytes }?: {
    onBytes?: (bytes: number) => void;
}): NotificationSource;
