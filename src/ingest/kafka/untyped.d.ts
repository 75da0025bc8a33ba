/** The parts that we use of packages that bring no types. */
declare module "snappyjs" {
  export function compress(data: Buffer): Buffer;
  export function uncompress(data: Buffer, maxLength: number): Buffer;
}

declare module "lz4js" {
  export function compress(data: Uint8Array): Uint8Array;
  export function decompressBound(frame: Uint8Array): number;
  export function decompressFrame(frame: Uint8Array, into: Uint8Array): number;
}

declare module "kafkajs/src/network/requestQueue/index.js" {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  }
}
