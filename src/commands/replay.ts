import { statSync } from "node:fs";
import { SingleBar } from "cli-progress";
import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import { accountOf } from "../index/account.ts";
import { routerOf } from "../ingest/router.ts";
import { replaySource } from "../ingest/sources/replay.ts";
import { work, type Counts } from "../ingest/worker.ts";
import { createLog } from "../log.ts";
import { kitOf } from "./kit.ts";
import { openDeadLetters, openStore } from "./parts.ts";

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => {
    if (file === "-") return sum;
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile())
      throw new SearchlightError(
        "bad-request",
        `There is no file ${file} to replay: name NDJSON files, or - for standard input.`,
      );
    return sum + found.size;
  }, 0);
}

/**
 * Reads files of records into the index, beside a running service too: progress on a terminal, counts at the end. Resolves
 * to the counts.
 */
export async function replay(config: Config, files: readonly string[], signal: AbortSignal): Promise<Counts> {
  const total = sizeOf(files);
  const log = createLog(config.logLevel);
  const kit = await kitOf(config, log);
  const { store } = accountOf(await openStore(config, kit, { readOnly: false, beside: true }));
  const deadLetters = await openDeadLetters(config, log);
  const bar = new SingleBar({
    format: "{bar} {percentage}% · {read} records · {eta_formatted} left",
    noTTYOutput: false,
    stream: process.stderr,
  });
  bar.start(total, 0, { read: 0 });
  const source = replaySource(files, { onBytes: (bytes) => bar.increment(bytes) });
  try {
    return await work(
      { source, route: routerOf(kit.plugins), store, deadLetters, log, onBatch: ({ read }) => bar.update({ read }) },
      signal,
    );
  } finally {
    bar.stop();
    await deadLetters.close();
    await store.close();
  }
}
