/** The parts that we use of packages that bring no types. */
declare module "snappyjs" {
  export function compress(data: Buffer): Buffer;
}

declare module "lz4js" {
  /** The size of what it wrote; 0: it cannot be made smaller. `table` is all zeros. */
  export function compressBlock(
    data: Uint8Array,
    into: Uint8Array,
    at: number,
    length: number,
    table: Uint32Array,
  ): number;
  /** The size of what it wrote, or would have written with more room. */
  export function decompressBlock(
    block: Uint8Array,
    into: Uint8Array,
    at: number,
    length: number,
    intoAt: number,
  ): number;
}

declare module "kafkajs/src/network/requestQueue/index.js" {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  }
}
