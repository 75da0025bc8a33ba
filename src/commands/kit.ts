import { plugins } from "../../plugins/all.ts";
import type { Config } from "../config.ts";
import type { PluginReport } from "../api/plugin-report.ts";
import { loadKit, type Kit } from "../kit/load.ts";
import type { Logger } from "../log.ts";

/** Every resource type that the configuration asks for. A plugin that cannot be used is told to the log, and done without. */
export async function kitOf({ plugins: names }: Pick<Config, "plugins">, log: Pick<Logger, "error">): Promise<Kit> {
  const kit = await loadKit(plugins, names, process.cwd());
  for (const { from, problems } of kit.refused)
    log.error({ plugin: from, problems }, "a plugin is refused; the service goes on without it");
  return kit;
}

/** What administrators are told of it. */
export const reportOf = ({ plugins, from, refused }: Kit): PluginReport => ({
  plugins: plugins.map(({ type }) => ({ type, from: from.get(type) ?? "searchlight" })),
  refused: [...refused],
});
