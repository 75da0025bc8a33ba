import type { ResourcePlugin } from "../plugin.ts";
/**
 * The module that a name means: a file, a folder with a `package.json` that has `main`, or a package that is installed in
 * `base` or above it.
 *
 * @throws SearchlightError `bad-configuration` when there is none
 */
export declare function moduleOf(name: string, base: string): URL;
/** What a module exports by default: a plugin or a list of them, unchecked. Each thread imports its own. */
export declare function importPlugins(module: string): Promise<readonly ResourcePlugin[]>;
