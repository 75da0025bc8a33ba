import { MultiBar, type SingleBar } from "cli-progress";
import { syncAll, type SyncProgress, type SyncReport } from "../cloud/sync.ts";
import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import { accountOf } from "../index/account.ts";
import { createLog } from "../log.ts";
import { kitOf } from "./kit.ts";
import { openStore } from "./parts.ts";

/** A bar for each type, on a terminal; nothing elsewhere, for a log is no place for one. */
function progressBars(): { readonly show: (progress: SyncProgress) => void; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, stop: () => {} };
  const bars = new MultiBar({
    format: "{type} {bar} {phase} {value}/{total}",
    noTTYOutput: false,
    stream: process.stderr,
  });
  const byType = new Map<string, SingleBar>();
  return {
    show: ({ type, phase, done, of }) => {
      const bar = byType.get(type) ?? bars.create(of, done, { type, phase });
      byType.set(type, bar);
      bar.setTotal(of);
      bar.update(done, { type, phase });
    },
    stop: () => bars.stop(),
  };
}

/**
 * Asks the services what exists and makes the index say so. `types` empty means all; `believeEmpty` lets an empty listing
 * remove everything of its type.
 */
export async function sync(
  config: Config,
  types: readonly string[],
  { believeEmpty, signal }: { believeEmpty: boolean; signal: AbortSignal },
): Promise<SyncReport> {
  if (!config.cloud) {
    throw new SearchlightError(
      "bad-configuration",
      "`searchlight sync` asks the services themselves: set OS_AUTH_URL and a service account (OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME).",
    );
  }
  const kit = await kitOf(config, createLog(config.logLevel));
  const { plugins } = kit;
  const unknown = types.find((type) => !plugins.some((plugin) => plugin.type === type));
  if (unknown) {
    throw new SearchlightError(
      "unknown-type",
      `There is no resource type ${unknown}; there are ${plugins.map(({ type }) => type).join(", ")}.`,
    );
  }
  const { store } = accountOf(await openStore(config, kit, { readOnly: false }));
  const bars = progressBars();
  try {
    return await syncAll({ store, plugins, cloud: config.cloud, types, believeEmpty, signal, onProgress: bars.show });
  } finally {
    bars.stop();
    await store.close();
  }
}

/** A report for people: a line for each type, then what went wrong. */
export const reportText = ({ types, complete }: SyncReport): string =>
  [
    ...types.map(
      ({ type, listed, changed, gone, kept, failed }) =>
        `${type}: ${listed} listed, ${changed} new or changed, ${gone} gone, ${kept} not asked about, ${failed} refused by the store`,
    ),
    ...types.flatMap(({ type, problems }) => problems.map((problem) => `  ${type}: ${problem}`)),
    complete
      ? "The index says what the services say."
      : "The sync is not complete: see above. What was listed is stored; run it again.",
  ].join("\n");
