import type { Config } from "../config.ts";
import type { PluginReport } from "../api/plugin-report.ts";
import { type Kit } from "../kit/load.ts";
import type { Logger } from "../log.ts";
/** Every resource type that the configuration asks for. A plugin that cannot be used is told to the log, and done without. */
export declare function kitOf({ plugins: names }: Pick<Config, "plugins">, log: Pick<Logger, "error">): Promise<Kit>;
/** What administrators are told of it. */
export declare const reportOf: ({ plugins, from, refused }: Kit) => PluginReport;
