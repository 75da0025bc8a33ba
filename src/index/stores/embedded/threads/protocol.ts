import type { MessagePort } from "node:worker_threads";
import { messageOf, SearchlightError, type ErrorCode } from "../../../../errors.ts";
import type { Reader, Searcher, Writer } from "./engine.ts";

/**
 * What a store's thread is started with; `definitions` is the URL of a module that exports `plugins`; `recent`, `much`,
 * `worthSaving` and `promptly` as in `EmbeddedOptions`. `reader`: where a searcher asks for editions.
 */
export type ThreadData = {
  readonly directory: string;
  readonly definitions: string;
  readonly role: "writer" | "reader" | "searcher";
  readonly recent: number;
  readonly much: number;
  readonly worthSaving: number;
  readonly promptly: number;
  readonly reader?: MessagePort;
};

/** One call to what the thread runs. */
export type Call = {
  readonly id: number;
  readonly method: keyof Reader | keyof Writer | keyof Searcher;
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
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: Told });

export const tell = (error: unknown): Told => ({
  code: error instanceof SearchlightError ? error.code : undefined,
  message: messageOf(error),
  at: error instanceof SearchlightError ? error.at : undefined,
  stack: error instanceof Error ? error.stack : undefined,
});

export function told({ code, message, at, stack }: Told): Error {
  if (code !== undefined) return new SearchlightError(code, message, at === undefined ? {} : { at });
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
