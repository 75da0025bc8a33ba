import type { IndexStore } from "../../store.ts";
/**
 * - `directory`: where the data is kept; made when it is not there.
 * - `definitions`: a module that exports `plugins`, the types; imported in the store's own thread.
 * - `readOnly`: follow what another process on this machine writes, at most a tenth of a second behind.
 */
export type EmbeddedOptions = {
    readonly directory: string;
    readonly definitions: URL;
    readonly readOnly?: boolean;
};
/**
 * The default store: SQLite on disk, an index in memory beside it, both in a thread of their own. Resolves when what the
 * directory holds is loaded.
 *
 * @throws SearchlightError `store-locked` when another process writes to the directory; `bad-configuration` when what is
 *   there is damaged or of another version
 */
export declare function embeddedStore({ directory, definitions, readOnly, }: EmbeddedOptions): Promise<IndexStore>;
