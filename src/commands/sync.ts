import { syncAll, type SyncProgress, type SyncReport, type TypeReport } from "../cloud/sync.ts";
import type { Config } from "../config.ts";
import { accountOf } from "../index/account.ts";
import { createLog } from "../log.ts";
import { cloudToAsk } from "./cloud-to-ask.ts";
import { kitOf } from "./kit.ts";
import { openStore } from "./parts.ts";
import { journalFolder, syncJournal } from "./sync-journal.ts";
import { shownProgress } from "./progress.ts";

/** What `sync` may be told: see its help. */
export type SyncFlags = {
  readonly project?: string | undefined;
  readonly believeGone: boolean;
  readonly restart: boolean;
  readonly signal: AbortSignal;
};

const count = (n: number): string => n.toLocaleString("en");

/** How far a sync is. */
export const progressText = ({ type, listed, written }: SyncProgress): string =>
  `${type}: ${count(listed)} listed, ${count(written)} written`;

/** Asks the services what exists and makes the index say so. `types` empty means all. */
export async function sync(
  config: Config,
  types: readonly string[],
  { project, believeGone, restart, signal }: SyncFlags,
): Promise<SyncReport> {
  const kit = await kitOf(config, createLog(config.logLevel));
  const { plugins } = kit;
  const cloud = cloudToAsk(config, plugins, types, "sync");
  const { store, listed } = accountOf(await openStore(config, kit, { readOnly: false, beside: true }));
  const { show, stop } = shownProgress(progressText);
  const journal = syncJournal(journalFolder(config), { restart });
  try {
    return await syncAll({
      store,
      apply: (operations) => store.apply(operations),
      plugins,
      cloud,
      types,
      project,
      believeGone,
      journal,
      signal,
      onListed: listed,
      onProgress: show,
    });
  } finally {
    stop();
    await store.close();
  }
}

const speed = ({ listed, resumed, seconds }: TypeReport): string =>
  `${count(listed)} listed in ${seconds.toFixed(1)} s (${count(Math.round((listed - resumed) / Math.max(seconds, 0.001)))} a second` +
  `${resumed > 0 ? `; ${count(resumed)} had been, before the last sync was interrupted` : ""})`;

const typeText = (report: TypeReport): string => {
  const { type, drifts, written, refused } = report;
  const found = [
    [drifts.missing.count, "missing"],
    [drifts.differing.count, "differing"],
    [drifts.extra.count, "extra"],
    [drifts.older.count, "of an older time"],
    [drifts.unasked.count, "not asked about"],
  ] as const;
  const differences = found.flatMap(([n, what]) => (n > 0 ? [`${count(n)} ${what}`] : []));
  return `${type}: ${speed(report)}: ${differences.join(", ") || "no difference"}; ${count(written)} written, ${count(refused)} refused by the store`;
};

/** A report for people: a line for each type, then what went wrong. */
export const reportText = ({ types, complete }: SyncReport): string =>
  [
    ...types.map(typeText),
    ...types.flatMap(({ type, problems }) => problems.map((problem) => `  ${type}: ${problem}`)),
    complete
      ? "The index says what the services say."
      : "The sync is not complete: see above. What was listed is stored; run it again.",
  ].join("\n");
