import type { SourceRecord } from "./source.ts";

/** A record that cannot be used, why (in words, never with its payload), and its bytes as they came. */
export type DeadLetter = { readonly record: SourceRecord; readonly reason: string };

/** The port to where unusable records go. `put` resolves when they are durable; only then may their batch be acknowledged. */
export interface DeadLetters {
  put(letters: readonly DeadLetter[]): Promise<void>;
  close(): Promise<void>;
}
