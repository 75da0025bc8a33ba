/**
 * One record as it came: the bytes, where they came from, and the record's own time (milliseconds since 1970).
 * `unreadable` is set where the source itself could not read it, and says why.
 */
export type SourceRecord = {
  readonly value: Uint8Array;
  readonly from: string;
  readonly timestamp: number;
  readonly unreadable?: string;
};

/** Records to be handled together. `ack` says that all of them are durable: only then does the source move on. */
export type Batch = {
  readonly records: readonly SourceRecord[];
  readonly ack: () => Promise<void>;
};

/**
 * The port to where notifications come from. At least once: a batch that was not acknowledged comes again, perhaps to
 * another worker, perhaps in other company.
 */
export interface NotificationSource {
  /**
   * Batches until `signal` aborts or the source ends. Whoever asks for the next before the last was acknowledged is given it
   * where the source has another that need not wait for that.
   */
  batches(signal: AbortSignal): AsyncIterable<Batch>;
  /** Leaves: what was acknowledged is committed, the rest is given back. */
  close(): Promise<void>;
}
