import type { Config } from "../config.ts";
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

/** The types that were named; else those that should be made anew, or where `all` every one. */
async function chosen(
  rebuilder: Rebuilder,
  catalog: Catalog,
  named: readonly string[],
  all: boolean,
): Promise<string[]> {
  for (const type of named) definitionOf(catalog, type);
  if (named.length > 0) return [...new Set(named)];
  return all ? [...catalog.keys()] : (await rebuilder.outdated()).map(({ type }) => type);
}

async function carryOut(
  rebuilder: Rebuilder,
  types: readonly string[],
  { rollback, finish, signal }: RebuildFlags,
): Promise<readonly string[]> {
  if (finish) return (await rebuilder.finish(types)).map((name) => `${name} is deleted`);
  const { show, stop } = shownProgress(progressText);
  try {
    const telling = { tell: show, signal };
    const done = await (rollback ? rebuilder.rollback(types, telling) : rebuilder.rebuild(types, telling));
    return done.map(rebuiltText);
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
    const wanted = await chosen(rebuilder, kit.catalog, types, flags.finish || flags.rollback);
    const lines = await carryOut(rebuilder, wanted, flags);
    tell(lines.length > 0 ? lines.join("\n") : "There is nothing to do.");
  } finally {
    await rebuilder.close();
  }
}
