import type { NotificationSource } from "./source.ts";
/** How far a source was read: the position after its last acknowledged record, and that record's time (ms since 1970). */
export type Read = {
    readonly source: string;
    readonly position: number;
    readonly newest: number | undefined;
};
/** The same source, telling of each acknowledged batch how far it was read. */
export declare const followed: (source: NotificationSource, told: (read: Read) => void) => NotificationSource;
