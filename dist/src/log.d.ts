import { type Logger as Pino } from "pino";
/** One event is one line of JSON on standard error. */
export type Logger = Pick<Pino, "debug" | "info" | "warn" | "error">;
/** A logger that writes lines at `level` and above to standard error: standard output is for answers. */
export declare const createLog: (level: string) => Logger;
