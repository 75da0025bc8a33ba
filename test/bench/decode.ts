import { plugins } from "../../plugins/all.ts";
import type { Operation } from "../../src/index/operation.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";

const AT_ONCE = 1000;
const ROUNDS = 3;

/** Notifications a second that one core reads and understands, plugins and all; nothing is stored. The best of some rounds. */
export async function understood(texts: readonly string[]): Promise<number> {
  const records = texts.map((text, i) => ({ value: Buffer.from(text), from: `bench/0/${i}`, timestamp: 0 }));
  const route = routerOf(plugins);
  const store = { apply: async (all: readonly Operation[]) => all.map(() => ({ stored: true as const })) };
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for (let i = 0; i < records.length; i += AT_ONCE) {
      const handled = await handle(records.slice(i, i + AT_ONCE), route, store);
      if (handled.some(({ result }) => result !== "stored")) throw new Error("the benchmark's records are all good");
    }
    best = Math.min(best, performance.now() - began);
  }
  return (records.length / best) * 1000;
}
