import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import { definitionOf, type Catalog } from "../index/catalog.ts";
import type { Progress, Rebuilder, Rebuilt } from "../index/rebuild.ts";
import { createLog } from "../log.ts";
import { kitOf } from "./kit.ts";
import { openRebuilder } from "./parts.ts";
import { shownProgress } from "./progress.ts";

/** What `rebuild` may be told: see its help. */
export type RebuildFlags = { readonly rollback: boolean; readonly finish: boolean; readonly signal: AbortSignal };

const count = (n: number): string => n.toLocaleString("en");

const progressText = ({ type, done, of }: Progress): string => `${type}: ${count(done)} of ${count(of)}`;

const rebuiltText = ({ type, resources, copied, seconds, says }: Rebuilt): string =>
  `${type}: ${count(resources)} resources, ${count(copied)} states read in ${seconds.toFixed(1)} s ` +
  `(${count(Math.round(copied / Math.max(seconds, 0.001)))} a second); ${says}`;

/** The types that were named; else those that should be made anew, or none where that is not what is wished. */
async function chosen(
  rebuilder: Rebuilder,
  catalog: Catalog,
  named: readonly string[],
  { rollback, finish }: RebuildFlags,
): Promise<string[]> {
  for (const type of named) definitionOf(catalog, type);
  if (named.length > 0 || rollback || finish) return [...new Set(named)];
  return (await rebuilder.outdated()).map(({ type }) => type);
}

async function carryOut(
  rebuilder: Rebuilder,
  types: readonly string[],
  { rollback, finish, signal }: RebuildFlags,
): Promise<readonly string[]> {
  if (finish) return (await rebuilder.finish(types)).map((name) => `${name} is deleted`);
  if (types.length === 0 && !rollback) return [];
  const { show, stop } = shownProgress(progressText);
  try {
    const telling = { tell: show, signal };
    const done = await (rollback ? rebuilder.rollback(types, telling) : rebuilder.rebuild(types, telling));
    return done.map(rebuiltText);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = "Interrupted: what is searched has not changed. Run it again, and it goes on";
    throw new SearchlightError("timed-out", message, { cause: error });
  } finally {
    stop();
  }
}

/**
 * Makes the index of some types anew while it is searched and written to, goes back to the generation before, or deletes what
 * is not searched any more. `types` empty means: what should be made anew, and for `finish` and `rollback` all.
 */
export async function rebuild(
  config: Config,
  types: readonly string[],
  flags: RebuildFlags,
  tell: (text: string) => void,
): Promise<void> {
  const kit = await kitOf(config, createLog(config.logLevel));
  const rebuilder = await openRebuilder(config, kit);
  try {
    const lines = await carryOut(rebuilder, await chosen(rebuilder, kit.catalog, types, flags), flags);
    tell(lines.length > 0 ? lines.join("\n") : "There is nothing to do.");
  } finally {
    await rebuilder.close();
  }
}
