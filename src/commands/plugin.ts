import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { plugins } from "../../plugins/all.ts";
import { messageOf, SearchlightError } from "../errors.ts";
import { embeddedStore } from "../index/stores/embedded/store.ts";
import { docsOf } from "../kit/docs.ts";
import type { Law } from "../kit/laws/law.ts";
import { sampleLaws, unsampled } from "../kit/laws/samples.ts";
import { lawsOf } from "../kit/laws.ts";
import { loadKit, type Kit } from "../kit/load.ts";
import { samplesIn } from "../kit/samples.ts";
import { folderOf, scaffold } from "../kit/scaffold.ts";

type Tell = (text: string) => void;

/** The plugins of a folder, a file or a package, among our own; they are what is loaded from outside. */
async function loadedFrom(name: string): Promise<Kit> {
  const kit = await loadKit(plugins, [resolve(name)], process.cwd());
  const [refused] = kit.refused;
  if (!refused) return kit;
  const problems = refused.problems.map((problem) => `  - ${problem}`).join("\n");
  throw new SearchlightError("bad-request", `${name} is no plugin that can be used:\n${problems}`);
}

const own = ({ plugins, from }: Kit): Kit["plugins"] => plugins.filter(({ type }) => from.has(type));

/** Makes a new plugin and says what to do next. */
export function newPlugin(type: string, directory: string | undefined, tell: Tell): void {
  const folder = directory ?? folderOf(type);
  for (const file of scaffold(type, resolve(folder))) tell(`  ${relative(process.cwd(), file)}`);
  tell(`\n${type} is in ${folder}. Try it: searchlight plugin test ${folder}`);
}

/** Runs a law and tells it; true when it holds. */
async function holds({ title, run }: Law, tell: Tell): Promise<boolean> {
  try {
    await run();
    tell(`✔ ${title}`);
    return true;
  } catch (error) {
    tell(`✖ ${title}\n${messageOf(error).replace(/^/gm, "    ")}`);
    return false;
  }
}

/**
 * Tries a plugin: what its samples mean, the laws of every plugin, and any payloads. Ends with a line of counts; true when
 * nothing failed.
 */
export async function testPlugin(directory: string, runs: number, tell: Tell): Promise<boolean> {
  const kit = await loadedFrom(directory);
  const tried = own(kit);
  const samples = samplesIn(resolve(directory));
  const folder = mkdtempSync(join(tmpdir(), "searchlight-plugin-"));
  const { definitions } = kit;
  const embedded = () => embeddedStore({ directory: mkdtempSync(join(folder, "data-")), definitions });
  const trial = { samples, stores: [{ name: "the embedded index", open: embedded }], runs };
  const laws = [...sampleLaws(tried, samples), ...tried.flatMap((plugin) => lawsOf(plugin, trial))];
  let failed = 0;
  try {
    for (const law of laws) if (!(await holds(law, tell))) failed++;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const event of unsampled(tried, samples)) tell(`! no sample of ${event}: what it means was never tried`);
  const count = samples.events.length + samples.lists.length;
  tell(`\n${tried.length} types, ${count} samples, ${laws.length - count} laws of ${runs} cases: ${failed} failed`);
  return failed === 0;
}

/** Tells the fields of a plugin's types; of our own when none is named. */
export async function pluginDocs(directory: string | undefined, tell: Tell): Promise<void> {
  const documented = directory === undefined ? plugins : own(await loadedFrom(directory));
  tell(documented.map(docsOf).join("\n\n"));
}
