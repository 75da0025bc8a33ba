type Tell = (text: string) => void;
/** Makes a new plugin and says what to do next. */
export declare function newPlugin(type: string, directory: string | undefined, tell: Tell): void;
/**
 * Tries a plugin: what its samples mean, the laws of every plugin, and any payloads. Ends with a line of counts; true when
 * nothing failed.
 */
export declare function testPlugin(directory: string, runs: number, tell: Tell): Promise<boolean>;
/** Tells the fields of a plugin's types; of our own when none is named. */
export declare function pluginDocs(directory: string | undefined, tell: Tell): Promise<void>;
export {};
