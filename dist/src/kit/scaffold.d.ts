/** The folder that a type's plugin is made in when none is named: `rocket`. */
export declare const folderOf: (type: string) => string;
/**
 * Writes a new plugin of a type, with samples, into a folder of its own. Resolves to its files.
 *
 * @throws SearchlightError `bad-request` for what is no type, or a folder that has something in it
 */
export declare function scaffold(type: string, directory: string): string[];
