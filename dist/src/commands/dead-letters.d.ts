import type { Config } from "../config.ts";
import { type Revived } from "../ingest/revive.ts";
type Tell = (text: string) => void;
/** Tells the dead letters, a line each, oldest first, at most `limit`; then how many there are. */
export declare const listDeadLetters: (config: Config, { limit }: {
    limit: number;
}, tell: Tell) => Promise<void>;
/** One letter: what is known of it, and its bytes as they came. They may hold what a service should not have sent. */
export declare const showDeadLetter: (config: Config, id: string) => Promise<{
    about: string;
    value: Uint8Array;
}>;
/** Tries all dead letters again, as they came; those rejected again stay. Resolves to the counts. */
export declare const replayDeadLetters: (config: Config, onBatch: (counts: Revived) => void) => Promise<Revived>;
/** Forgets the letters put before a time, in milliseconds since 1970. Resolves to how many. */
export declare const purgeDeadLetters: (config: Config, before: number) => Promise<number>;
export {};
