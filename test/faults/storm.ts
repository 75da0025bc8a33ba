import { setTimeout as sleep } from "node:timers/promises";
import { proxyTo, type Fault } from "../index/elasticsearch/faults.ts";

const FAULTS: readonly Fault[] = [429, 503, 429, 503, "broken", "broken-after"];
const MORE_THAN_EVER_COME = 100_000;

/** A way to a cluster. While it `rages`, four requests in five are refused or cut off, some of those after they were done. */
export type Way = {
  readonly url: string;
  readonly rage: (milliseconds: number, next: () => number) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function wayTo(target: string): Promise<Way> {
  const proxy = await proxyTo(target);
  return {
    url: proxy.url,
    close: proxy.close,
    rage: async (milliseconds, next) => {
      proxy.only = () => next() < 0.8;
      proxy.faults = Array.from({ length: MORE_THAN_EVER_COME }, () => FAULTS[Math.floor(next() * FAULTS.length)]!);
      await sleep(milliseconds);
      proxy.faults = [];
    },
  };
}
