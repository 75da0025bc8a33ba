/** The entry of the thread that merges segments: one job after the other. What fails ends it, and the index with it. */
import { parentPort } from "node:worker_threads";
import { giveWay } from "../threads/background.ts";
import type { Bits } from "../sets/bitset.ts";
import { pack, unpack, type Packed } from "../segments/pack.ts";
import { mergeSegments } from "../segments/segment-merge.ts";
import type { Segment } from "../segments/segment.ts";
import { leave } from "../threads/unused.ts";

/** Segments of one type, and what is alive in each when the merge begins. */
export type MergeJob = { readonly parts: readonly { readonly packed: Packed; readonly live: Bits }[] };

/** The segment they make, and where each slot of each went. */
export type MergeResult = { readonly packed: Packed; readonly moved: readonly Uint32Array[] };

const port = parentPort!;

giveWay();

port.on("message", ({ parts }: MergeJob) => {
  const { segment, moved } = mergeSegments(
    parts.map(({ packed, live }) => ({ segment: unpack(packed) as Segment, live })),
  );
  port.postMessage({ packed: pack(segment), moved } satisfies MergeResult);
  for (const { packed } of parts) leave(packed.memory.byteLength);
});
