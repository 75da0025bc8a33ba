/** What holding the lock gives: a way to let it go. */
export type WriterLock = {
    readonly release: () => void;
};
/**
 * The right to write to a data directory, for as long as this process lives: an exclusive lock of the operating system
 * on a file that holds nothing, so that readers of the data are not shut out, and kill -9 leaves nothing stale.
 *
 * @throws SearchlightError `store-locked` naming who holds it
 */
export declare function lockForWriting(directory: string): WriterLock;
