import type { Config } from "../config.ts";
/**
 * What cursors are signed with: the setting, which API processes on several machines share, else a random key below the data
 * directory, for its owner's eyes only. An index in memory is gone when the process is, and so are its cursors.
 *
 * @throws SearchlightError `bad-configuration` when a key can be neither read nor kept
 */
export declare function cursorKeyOf({ cursorKey, store, data }: Pick<Config, "cursorKey" | "store" | "data">): Uint8Array;
