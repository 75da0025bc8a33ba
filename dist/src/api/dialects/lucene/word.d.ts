import type { Pattern } from "../../../index/query.ts";
import { type Cursor } from "./cursor.ts";
/** A word as typed: its text with escapes undone, and, where it has `*` or `?` of its own, the pattern that it is. */
export type Word = {
    readonly text: string;
    readonly pattern: Pattern | undefined;
    readonly from: number;
};
/** Reads up to a space or a sign. A colon ends a name, but not a value: `created_at:2026-11-22T17:13:30Z`. */
export declare function readWord(cursor: Cursor, { colons, stop }: {
    colons: boolean;
    stop?: string;
}): Word;
/** Reads what stands between quotation marks; the cursor is on the first. */
export declare function readPhrase(cursor: Cursor): string;
/** `~` after a word or a phrase, and the number that may follow. */
export type Tilde = {
    readonly number?: number;
};
/** Reads `~` and `~2`; undefined where there is none. */
export declare function readTilde(cursor: Cursor): Tilde | undefined;
/** Reads `^2` after a clause; undefined where there is none. */
export declare function readBoost(cursor: Cursor): number | undefined;
