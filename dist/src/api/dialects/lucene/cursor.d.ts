import { SearchlightError, type ErrorCode } from "../../../errors.ts";
/** A place in a query text that only moves forward. `at` names the text in the caller's input. */
export type Cursor = {
    readonly text: string;
    readonly at: string;
    position: number;
};
/** An error that says where in the text it is, counted in characters from 1. */
export declare const mistake: ({ at, position }: Cursor, message: string, { code, from }?: {
    code?: ErrorCode;
    from?: number;
}) => SearchlightError;
export declare const next: ({ text, position }: Cursor) => string;
export declare const atEnd: ({ text, position }: Cursor) => boolean;
/** True where a word could not go on: a space, the end, or a sign that stands for itself. */
export declare const atBreak: (char: string | undefined) => boolean;
export declare function skipSpace(cursor: Cursor): void;
/** Moves past a literal if it stands here. */
export declare function take(cursor: Cursor, literal: string): boolean;
/** Moves past an operator if one stands after the spaces: a sign, or a word in capitals that stands alone. */
export declare function takeOperator(cursor: Cursor, word: string, sign?: string): boolean;
/** The character that a backslash makes literal. */
export declare function escaped(cursor: Cursor): string;
