import { type ErrorCode } from "../../../errors.ts";
import type { Engine } from "./engine.ts";
/** What a store's thread is started with; `definitions` is the URL of a module that exports `plugins`. */
export type ThreadData = {
    readonly directory: string;
    readonly definitions: string;
    readonly readOnly: boolean;
};
export type Method = keyof Engine;
/** One call to the thread's engine. */
export type Call = {
    readonly id: number;
    readonly method: Method;
    readonly args: readonly unknown[];
};
/** An error as it crosses a thread: what `SearchlightError` holds, or of any other its words and its stack. */
export type Told = {
    readonly code: ErrorCode | undefined;
    readonly message: string;
    readonly at: string | undefined;
    readonly stack: string | undefined;
};
/** What came of a call; `id` 0 is of opening the store. */
export type Reply = {
    readonly id: number;
} & ({
    readonly value: unknown;
} | {
    readonly error: Told;
});
export declare const tell: (error: unknown) => Told;
export declare function told({ code, message, at, stack }: Told): Error;
