import { extname } from "node:path";
import { messageOf } from "../errors.ts";
import { catalogOf, type Catalog } from "../index/catalog.ts";
import { flawText } from "../index/flaw.ts";
import type { ResourcePlugin } from "../plugin.ts";
import { flawsOf, kitFlaws } from "./check.ts";
import { importPlugins, moduleOf } from "./import.ts";

/** A module of plugins that this service does without, and everything that is wrong with it, in words. */
type Refused = { readonly from: string; readonly problems: readonly string[] };

/**
 * The resource types of a process.
 *
 * - `from`: the module that each plugin from outside came from, by type.
 * - `refused`: modules that could not be used; nothing of theirs is.
 * - `definitions`: the same types as a module, for threads, which no function can be handed to.
 */
export type Kit = {
  readonly plugins: readonly ResourcePlugin[];
  readonly catalog: Catalog;
  readonly from: ReadonlyMap<string, string>;
  readonly refused: readonly Refused[];
  readonly definitions: URL;
};

type Module = { readonly plugins: readonly ResourcePlugin[]; readonly url: URL };

/** The problem with a file that lies where it cannot be read, or does not run, without the stack that nobody asked for. */
const brokenText = (error: unknown): string => `cannot be loaded: ${messageOf(error).split("\n")[0]}`;

const typeOf = (plugin: unknown, i: number): string => {
  const { type } = (plugin ?? {}) as { type?: unknown };
  return typeof type === "string" ? type : `plugin ${i + 1}`;
};

/** What is wrong with a module's plugins, each named by its type; `taken` are types that are somebody's already. */
function problemsOf(plugins: readonly (ResourcePlugin | null)[], taken: readonly string[]): string[] {
  const types = plugins.map(typeOf);
  return plugins.flatMap((plugin, i) => {
    const flaws = [...kitFlaws(plugin ?? {}), ...flawsOf(plugin)];
    if (taken.includes(types[i]!) || types.indexOf(types[i]!) < i)
      flaws.push({ at: "type", says: "is defined already: every type has one plugin" });
    return flaws.map((flaw) => `${types[i]}: ${flawText(flaw)}`);
  });
}

async function moduleNamed(name: string, base: string, taken: readonly string[]): Promise<Module | Refused> {
  try {
    const url = moduleOf(name, base);
    const plugins = await importPlugins(url.href);
    const problems = problemsOf(plugins, taken);
    return problems.length > 0 ? { from: name, problems } : { plugins, url };
  } catch (error) {
    return { from: name, problems: [brokenText(error)] };
  }
}

/** The types as a thread imports them: `thread-types` reads the modules from its own address. */
function definitionsOf(modules: readonly URL[]): URL {
  const url = new URL(`./thread-types${extname(import.meta.url)}`, import.meta.url);
  for (const { href } of modules) url.searchParams.append("module", href);
  return url;
}

/**
 * The plugins that come with Searchlight, and those of modules from outside, in their order. A module with any problem is
 * refused as a whole, by name; the others are none the worse for it.
 */
export async function loadKit(own: readonly ResourcePlugin[], names: readonly string[], base: string): Promise<Kit> {
  const plugins = [...own];
  const from = new Map<string, string>();
  const refused: Refused[] = [];
  const modules: URL[] = [];
  for (const name of names) {
    const found = await moduleNamed(
      name,
      base,
      plugins.map(({ type }) => type),
    );
    if ("problems" in found) {
      refused.push(found);
      continue;
    }
    plugins.push(...found.plugins);
    modules.push(found.url);
    for (const { type } of found.plugins) from.set(type, name);
  }
  return { plugins, catalog: catalogOf(plugins), from, refused, definitions: definitionsOf(modules) };
}
