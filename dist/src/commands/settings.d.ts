import type { SettingHelp } from "../config.ts";
/** The part of the help that tells the settings. */
export declare const settingsText: (settings: readonly SettingHelp[]) => string;
