/** The files of a data directory. SQLite adds `-wal` and `-shm` beside a database, with the database's own mode. */
export declare const filesIn: (directory: string) => {
    database: string;
    lock: string;
    holder: string;
    deadLetters: string;
};
/** Makes the directory, if need be, for its owner alone: it holds every project's resources. */
export declare const makeDirectory: (directory: string) => void;
/** Makes a file, if need be, for its owner alone, before SQLite would make it for everybody. */
export declare const makeFile: (path: string) => void;
