import type { Batch, NotificationSource, SourceRecord } from "./source.ts";

/** How far a source was read: the position after its last acknowledged record, and that record's time (ms since 1970). */
export type Read = { readonly source: string; readonly position: number; readonly newest: number | undefined };

const FROM = /^(.+)\/(\d+)$/;

/** The last record of each `topic/partition`. */
function readIn(records: readonly SourceRecord[]): Read[] {
  const last = new Map<string, Read>();
  for (const { from, timestamp } of records) {
    const [, source, offset] = FROM.exec(from) ?? [];
    if (source === undefined) continue;
    const newest = Number.isFinite(timestamp) && timestamp >= 0 ? timestamp : undefined;
    last.set(source, { source, position: Number(offset) + 1, newest });
  }
  return [...last.values()];
}

/** The same source, telling of each acknowledged batch how far it was read. */
export const followed = (source: NotificationSource, told: (read: Read) => void): NotificationSource => ({
  async *batches(signal) {
    for await (const batch of source.batches(signal)) {
      const ack = async (): Promise<void> => {
        await batch.ack();
        for (const read of readIn(batch.records)) told(read);
      };
      yield { ...batch, ack } satisfies Batch;
    }
  },
  close: () => source.close(),
});
