import type { MessagePort } from "node:worker_threads";
import type { Freshness } from "../../../freshness.ts";
import type { Hit } from "../../../hit.ts";
import type { Operation } from "../../../operation.ts";
import type { SearchRequest } from "../../../request.ts";
import type { Outdated } from "../../../rebuild.ts";
import type { Ref } from "../../../resource.ts";
import type { Scope } from "../../../scope.ts";
import type { Outcome, SearchAnswer } from "../../../store.ts";
import type { SuggestAnswer, SuggestRequest } from "../../../suggest/suggestion.ts";
import type { Flag } from "./interrupt.ts";
import type { Marked } from "../tables/snapshot-table.ts";

/** A page of a type's states as JSON, and the cursor of the next page; none at the end. */
export type StatePage = { readonly texts: readonly string[]; readonly next: string | undefined };

/**
 * What the thread that writes does: the part of `IndexStore` that changes what is on disk. It knows no index, so that
 * neither waits for the other.
 */
export interface Writer {
  apply(operations: readonly Operation[]): Promise<readonly Outcome[]>;
  purge(before: number): Promise<number>;
  note(told: Freshness): Promise<void>;
  /** Says which snapshot of the index counts; resolves to whose were forgotten for it. */
  mark(marked: Marked): Promise<readonly string[]>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/**
 * What a thread that reads does: `IndexStore` with what can cross a thread. It follows what is written, whichever process
 * wrote it, and looks before it answers: what was acknowledged is found, unless so much came at once, or comes all the time, that a search would wait
 * for it long. Each method promises what the port's of the same
 * name does.
 */
export interface Reader {
  /** A raised flag ends it with what was found until then. */
  search(request: SearchRequest, scope: Scope, flag?: Flag): Promise<SearchAnswer>;
  suggest(request: SuggestRequest, scope: Scope, flag?: Flag): Promise<SuggestAnswer>;
  get(ref: Ref, scope: Scope): Promise<Hit | undefined>;
  /** States of a type from a cursor on; "" is the beginning. No state is given twice. */
  scanPage(type: string, cursor: string): Promise<StatePage>;
  /** What is kept of these resources, as JSON. */
  statesOf(refs: readonly Ref[]): Promise<readonly (string | undefined)[]>;
  freshness(): Promise<Freshness>;
  refresh(): Promise<void>;
  /** Saves the index, if all of it is there and enough has changed. The snapshot counts once the writer has marked it. */
  save(): Promise<Marked | undefined>;
  /** Removes what its older ones left, and what was forgotten for it. */
  sweep(marked: Marked, forgotten: readonly string[]): Promise<void>;
  /** The types that are still being indexed, and what exists of each. */
  outdated(): Promise<readonly Outdated[]>;
  ready(): Promise<void>;
  /** From now on tells whoever is at the other end of a port what the index is like, whenever it asks (see `Edition`). */
  tellEditions(port: MessagePort): Promise<void>;
  close(): Promise<void>;
}

/**
 * What a thread that only searches does, in the index that the reader keeps. Undefined where it cannot tell, for what was to be
 * shown is written anew by now: then the reader is to be asked.
 */
export interface Searcher {
  search(request: SearchRequest, scope: Scope, flag?: Flag): Promise<SearchAnswer | undefined>;
  suggest(request: SuggestRequest, scope: Scope, flag?: Flag): Promise<SuggestAnswer | undefined>;
  ready(): Promise<void>;
  close(): Promise<void>;
}
