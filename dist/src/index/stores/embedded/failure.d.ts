/** What a failure of SQLite or of the file system means to whoever asked; anything else is passed as it is. */
export declare function fromDisk(error: unknown, directory: string): unknown;
