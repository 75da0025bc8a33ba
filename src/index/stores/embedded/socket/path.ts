import { join } from "node:path";

/** The folder of the socket, for its owner alone: who may not enter it, cannot connect, from the first moment on. */
export const folderOf = (directory: string): string => join(directory, "writer");

/** Where the process that writes to a data directory takes what others on the machine would write. */
export const socketOf = (directory: string): string => join(folderOf(directory), "socket");
