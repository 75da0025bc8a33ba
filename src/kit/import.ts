import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { SearchlightError } from "../errors.ts";
import type { ResourcePlugin } from "../plugin.ts";
import { provideKit } from "./resolve.ts";

/** A file or a folder, as against the name of a package. */
const isPath = (name: string): boolean => name.startsWith(".") || isAbsolute(name) || /\.[cm]?[jt]s$/.test(name);

/**
 * The module that a name means: a file, a folder with a `package.json` that has `main`, or a package that is installed in
 * `base` or above it.
 *
 * @throws SearchlightError `bad-configuration` when there is none
 */
export function moduleOf(name: string, base: string): URL {
  try {
    return pathToFileURL(createRequire(join(base, "plugin.js")).resolve(isPath(name) ? resolve(base, name) : name));
  } catch (cause) {
    const message = `there is no module of that name: name a file, a folder with a package.json that has "main", or a package installed in ${base}`;
    throw new SearchlightError("bad-configuration", message, { cause });
  }
}

/** What a module exports by default: a plugin or a list of them, unchecked. Each thread imports its own. */
export async function importPlugins(module: string): Promise<readonly ResourcePlugin[]> {
  provideKit();
  const { default: plugins } = (await import(module)) as {
    readonly default?: ResourcePlugin | readonly ResourcePlugin[];
  };
  if (plugins === undefined)
    throw new SearchlightError(
      "bad-configuration",
      "the module has no default export: write export default definePlugin({ … })",
    );
  return [plugins].flat();
}
